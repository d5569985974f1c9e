package org.sallyport.user.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.user.AccessEnded;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.User;
import org.sallyport.user.Users;

/** People of our own table and of two outside stores. */
class PeopleTest {

  private final MemoryDatabase database = MemoryDatabase.shared();
  private final SettableClock clock = new SettableClock();
  private final String name = "p" + Randomness.name().toLowerCase(java.util.Locale.ROOT);
  private final MadeUpStore staff = new MadeUpStore("staff" + Randomness.name());
  private final MadeUpStore guests = new MadeUpStore("guests" + Randomness.name());
  private final List<Object> fired = new ArrayList<>();
  private final Users users = Injection.into(new Users(), database.entities(), clock);
  private final OutsidePeople rows =
      Injection.into(
          new OutsidePeople() {
            @Override
            public Optional<User> admit(String store, StoredPerson person) {
              return database.transaction(() -> super.admit(store, person));
            }

            @Override
            public void passwordChanged(User user, String stamp) {
              database.transaction(
                  () -> {
                    super.passwordChanged(user, stamp);
                    return null;
                  });
            }
          },
          database.entities(),
          users,
          Beans.<Object>eventsInto(fired),
          clock);
  private final PasswordHasher hasher = new PasswordHasher();
  private final People people = TestPeople.of(users, hasher, rows, clock, staff, guests);
  private final Standings standings =
      new Standings(
          TestPeople.stores(users, hasher, clock, staff, guests),
          rows,
          TestPeople.settings(staff, guests),
          clock);

  private User login(String username, String password) {
    var candidate = people.find(username);
    assertThat(candidate.store().verify(candidate.person(), password)).isTrue();
    return people.admit(candidate, password).orElseThrow();
  }

  @Test
  void whoLogsInFirstGetsARowAndKeepsIt() {
    staff.with(name, "secret");

    var first = login(name, "secret");
    assertThat(first.isOutside()).isTrue();
    assertThat(first.hasPassword()).isFalse();
    assertThat(first.isAdministrator()).isFalse();
    staff.rename(name, name + "2");
    var again = login(name + "2", "secret");

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.username()).isEqualTo(name + "2");
  }

  @Test
  void oneNameInTwoStoresIsTwoPeopleAndTheFirstStoreHasIt() {
    guests.with(name, "of the guest");
    var guest = login(name, "of the guest");
    staff.with(name, "of the employee");
    var employee = login(name, "of the employee");

    assertThat(employee.id()).isNotEqualTo(guest.id());
    var candidate = people.find(name);
    assertThat(candidate.store().verify(candidate.person(), "of the guest")).isFalse();
    assertThat(people.of(guest).person()).map(StoredPerson::secret).contains("of the guest");
  }

  @Test
  void S19_everyStoreIsAskedWhereverTheNameIs() {
    staff.with(name, "secret");

    people.find(name);
    people.find("nobody");

    assertThat(staff.asked).containsExactly("find", "find");
    assertThat(guests.asked).containsExactly("find", "find");
  }

  @Test
  void S20_aNameThatNobodyCanHaveIsNotEvenAskedFor() {
    people.find("x".repeat(257));
    people.find("a\0b");

    assertThat(staff.asked).isEmpty();
  }

  @Test
  void S19_aNameThatNobodyHasIsAlwaysCheckedByTheSameStore() {
    for (var unknown : List.of("a", "b", "c", "d")) {
      assertThat(people.find(unknown).store().name())
          .isEqualTo(people.find(unknown.toUpperCase(java.util.Locale.ROOT)).store().name());
    }
  }

  @Test
  void noStoreAnswersForOneBeforeItThatIsAway() {
    guests.with(name, "secret");
    staff.away = true;

    var candidate = people.find(name);

    assertThat(candidate.person()).isEmpty();
    assertThat(candidate.anyAway()).isTrue();
  }

  @Test
  void aStoreThatIsAwayIsNoHarmToTheOnesBeforeIt() {
    staff.with(name, "secret");
    guests.away = true;

    assertThat(login(name, "secret").username()).isEqualTo(name);
  }

  @Test
  void aStoreThatWasAwayIsAskedOnceASecond() {
    staff.away = true;
    for (var i = 0; i < 10; i++) {
      people.find(name);
    }
    assertThat(staff.asked).hasSize(1);

    clock.pass(Duration.ofSeconds(2));
    staff.away = false;
    staff.with(name, "secret");
    assertThat(login(name, "secret").username()).isEqualTo(name);
  }

  @Test
  void S17_whoIsDisabledOutsideIsRefusedWithinASecond() {
    staff.with(name, "secret");
    var user = login(name, "secret");
    assertThat(standings.isGood(user)).isTrue();
    staff.disable(name);

    assertThat(standings.isGood(user)).as("cached").isTrue();
    clock.pass(Duration.ofSeconds(1));
    assertThat(standings.isGood(user)).isFalse();
  }

  @Test
  void S17_aPasswordThatWasChangedOutsideEndsWhatWasBefore() {
    staff.with(name, "secret");
    var user = login(name, "secret");
    assertThat(standings.isGood(user)).isTrue();
    staff.change(name, "other");
    clock.pass(Duration.ofSeconds(2));

    assertThat(standings.isGood(user)).isFalse();
    assertThat(standings.isGood(user)).isFalse();
    assertThat(fired).filteredOn(event -> event.equals(new AccessEnded(user.id()))).hasSize(1);
    assertThat(standings.isGood(login(name, "other"))).isTrue();
  }

  @Test
  void whatIsCachedFromBeforeALoginEndsNothing() {
    staff.with(name, "secret");
    assertThat(standings.isGood(login(name, "secret"))).isTrue();
    staff.change(name, "other");
    var user = login(name, "other");
    fired.clear();

    assertThat(standings.isGood(user)).isTrue();
    assertThat(fired).isEmpty();
  }

  @Test
  void whileTheStoreIsAwayNothingIsKnownAndNothingEnds() {
    staff.with(name, "secret");
    var user = login(name, "secret");
    staff.away = true;

    assertThatThrownBy(() -> standings.isGood(user))
        .isInstanceOfSatisfying(
            OAuthException.class,
            refused -> {
              assertThat(refused.error()).isEqualTo(OAuthError.TEMPORARILY_UNAVAILABLE);
              assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(5));
            });
    assertThat(fired).filteredOn(AccessEnded.class::isInstance).isEmpty();
  }

  @Test
  void peopleOfOurOwnTableAskNobody() {
    assertThat(standings.isGood(new User(name, "hash", clock.instant()))).isTrue();
    assertThat(staff.asked).isEmpty();
  }
}
