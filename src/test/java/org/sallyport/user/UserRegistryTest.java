package org.sallyport.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.user.OneTimeLink.Purpose;
import org.sallyport.user.UserRegistry.Outcome;
import org.sallyport.user.UserRegistry.Role;

class UserRegistryTest {

  private final MemoryDatabase database = MemoryDatabase.shared();
  private final SettableClock clock = new SettableClock();
  private final List<Object> fired = new ArrayList<>();
  private final OneTimeLinks links = Injection.into(new OneTimeLinks(), database.entities(), clock);
  private final UserRegistry registry =
      Injection.into(
          new UserRegistry(), database.entities(), links, Beans.<Object>eventsInto(fired), clock);
  private final User person = added(new User("p " + Randomness.name(), "hash", clock.instant()));

  private User added(User user) {
    in(
        () -> {
          registry.add(user);
          return null;
        });
    return user;
  }

  private <T> T in(Supplier<T> work) {
    return database.transaction(work);
  }

  private User now() {
    return in(() -> database.entities().find(User.class, person.id()));
  }

  @Test
  void aChosenPasswordEndsWhatWasBefore() {
    clock.pass(Duration.ofMinutes(1));
    var before = clock.instant();
    clock.pass(Duration.ofMinutes(1));

    assertThat(in(() -> registry.choosePassword(person, "other"))).isEqualTo(Outcome.DONE);
    assertThat(now().passwordHash()).isEqualTo("other");
    assertThat(now().honours(before)).isFalse();
    assertThat(now().honours(clock.instant())).isTrue();
    assertThat(now().unlockedAt()).contains(clock.instant());
    assertThat(fired).containsExactly(new AccessEnded(person.id()));
  }

  @Test
  void aPasswordThatSomebodyHasSetMeanwhileStays() {
    var checked = now();
    in(() -> registry.choosePassword(checked, "first"));

    assertThat(in(() -> registry.choosePassword(checked, "second"))).isEqualTo(Outcome.MISSING);
    assertThat(now().passwordHash()).isEqualTo("first");
  }

  @Test
  void whoeverMustChooseHasChosenThen() {
    var newcomer = added(new User("n " + Randomness.name(), "hash", clock.instant()).asNewcomer());
    in(() -> registry.choosePassword(newcomer, "other"));

    var found = in(() -> database.entities().find(User.class, newcomer.id()));
    assertThat(found.mustChangePassword()).isFalse();
  }

  @Test
  void S08_aLinkSetsAPasswordOnce() {
    var token = in(() -> links.make(Purpose.PASSWORD_RESET, person.id(), Duration.ofHours(1)));

    assertThat(in(() -> registry.resetPassword(token, "other"))).contains(person.id());
    assertThat(in(() -> registry.resetPassword(token, "third"))).isEmpty();
    assertThat(now().passwordHash()).isEqualTo("other");
  }

  @Test
  void S17_anAccountThatIsOffGetsNoPassword() {
    assertThat(in(() -> registry.disable(person.id()))).isEqualTo(Outcome.DONE);
    assertThat(in(() -> registry.choosePassword(person, "x"))).isEqualTo(Outcome.MISSING);
    assertThat(in(() -> registry.disable(person.id()))).isEqualTo(Outcome.MISSING);
    assertThat(now().honours(clock.instant())).isFalse();
    assertThat(in(() -> registry.enable(person.id()))).isEqualTo(Outcome.DONE);
    assertThat(now().honours(clock.instant().minusMillis(1))).as("what was before").isFalse();
    assertThat(now().honours(clock.instant())).isTrue();
  }

  @Test
  void anOlderVersionIsNotWrittenOver() {
    var name = "q " + Randomness.name();
    assertThat(in(() -> registry.edit(person.id(), 0, name, Role.PERSON))).isEqualTo(Outcome.DONE);
    assertThat(in(() -> registry.edit(person.id(), 0, "late", Role.ADMINISTRATOR)))
        .isEqualTo(Outcome.STALE);
    assertThat(now().username()).isEqualTo(name);
    assertThat(now().isAdministrator()).isFalse();
    assertThat(now().version()).isEqualTo(1);
  }

  @Test
  void S17_whoeverKeepsRowsOfAnAdministratorHearsThatThePersonIsNoneAnyMore() {
    var other =
        added(new User("o " + Randomness.name(), "hash", clock.instant()).asAdministrator());
    in(() -> registry.edit(person.id(), 0, person.username(), Role.ADMINISTRATOR));
    assertThat(fired).isEmpty();

    in(() -> registry.edit(person.id(), 0, person.username(), Role.PERSON));
    assertThat(fired).as("an old form").isEmpty();
    in(() -> registry.edit(person.id(), 1, person.username(), Role.PERSON));
    assertThat(fired).containsExactly(new NoAdministrator(person.id()));
    forget(other);
  }

  @Test
  void theLastAdministratorWithAPasswordStays() {
    in(() -> registry.edit(person.id(), 0, person.username(), Role.ADMINISTRATOR));
    added(new User("l " + Randomness.name(), null, clock.instant()).asAdministrator());
    var last = Outcome.LAST_ADMINISTRATOR;

    assertThat(in(() -> registry.disable(person.id()))).isEqualTo(last);
    assertThat(in(() -> registry.remove(person.id()))).isEqualTo(last);
    assertThat(in(() -> registry.edit(person.id(), 1, "x", Role.PERSON))).isEqualTo(last);
    var other =
        added(new User("o " + Randomness.name(), "hash", clock.instant()).asAdministrator());
    assertThat(in(() -> registry.disable(person.id()))).isEqualTo(Outcome.DONE);
    assertThat(in(() -> registry.remove(other.id()))).isEqualTo(last);
    forget(other);
  }

  /** The database is shared by all tests of this process. */
  private void forget(User user) {
    in(
        () -> {
          database.entities().remove(database.entities().find(User.class, user.id()));
          return null;
        });
  }

  @Test
  void whoeverKeepsRowsOfAPersonHearsOfTheEnd() {
    assertThat(in(() -> registry.remove(person.id()))).isEqualTo(Outcome.DONE);
    assertThat(fired).containsExactly(new AccessEnded(person.id()), new UserRemoved(person.id()));
    assertThat(now()).isNull();
    assertThat(in(() -> registry.remove(person.id()))).isEqualTo(Outcome.MISSING);
  }
}
