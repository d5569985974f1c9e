package org.sallyport.user.store;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sallyport.config.UserStoreSettings;
import org.sallyport.key.EncryptionKeys;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.testing.TestSettings;
import org.sallyport.user.Origin;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.UserRegistry;
import org.sallyport.user.Users;

/** Stores of people without a container. */
public final class TestPeople {

  private TestPeople() {}

  /** People of our own table, and then those of outside stores. */
  public static People of(
      Users users, PasswordHasher hasher, OutsidePeople rows, Clock clock, UserStore... outside) {
    return Injection.into(
        new People(),
        stores(users, hasher, clock, outside),
        users,
        rows,
        Beans.eventsInto(new ArrayList<>()));
  }

  static UserStores stores(Users users, PasswordHasher hasher, Clock clock, UserStore... outside) {
    var builtIn = Injection.into(new BuiltInStore(), users, hasher, new UserRegistry());
    var beans = new ArrayList<UserStore>(List.of(builtIn));
    beans.addAll(List.of(outside));
    var keys =
        new EncryptionKeys(
            TestSettings.keys("an encryption key for tests, long enough", "RS256"),
            TestSettings.server(TestSettings.HTTPS));
    return new UserStores(
        settings(outside),
        Beans.of(beans.toArray(UserStore[]::new)),
        Beans.<UserStoreType>of(),
        keys,
        clock);
  }

  /** The built-in store, and then outside ones, whose answers are kept for a second. */
  static UserStoreSettings settings(UserStore... outside) {
    return new UserStoreSettings(
        Stream.concat(Stream.of(Origin.HERE), Stream.of(outside).map(UserStore::name))
            .map(name -> UserStoreSettings.Store.of(name, Duration.ofSeconds(1)))
            .toList());
  }
}
