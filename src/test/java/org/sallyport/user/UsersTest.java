package org.sallyport.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;

class UsersTest {

  private final MemoryDatabase database = MemoryDatabase.shared();
  private final SettableClock clock = new SettableClock();
  private final Users users = Injection.into(new Users(), database.entities(), clock);

  @Test
  void aNameIsLookedForInEveryStore() {
    var name = "n" + Randomness.name();
    var outside = User.of(new Origin("staff", Randomness.name()), name, clock.instant());
    database.transaction(
        () -> {
          database.entities().persist(outside);
          return null;
        });
    assertThat(users.named(" " + name + " ")).extracting(User::id).containsExactly(outside.id());

    var here = new User(name, "hash", clock.instant());
    database.transaction(
        () -> {
          database.entities().persist(here);
          return null;
        });

    assertThat(users.named(name))
        .extracting(User::id)
        .containsExactlyInAnyOrder(here.id(), outside.id());
    assertThat(users.named("nobody " + name)).isEmpty();
  }
}
