package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sallyport.login.remember.RememberedLogins;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.user.User;

class LoginSessionsTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();

  private final SettableClock clock = new SettableClock();
  private final LoginSessions sessions =
      Injection.into(
          new LoginSessions(),
          DATABASE.entities(),
          TestSettings.lifetimes(),
          new RememberedLogins(),
          clock);
  private final User user = new User("user " + Randomness.name(), "", clock.instant());
  private final String secret =
      DATABASE.transaction(
          () -> {
            DATABASE.entities().persist(user);
            DATABASE.entities().flush();
            return sessions.start(user).orElseThrow();
          });

  @Test
  void aLoginIsFoundByItsSecretOnly() {
    assertThat(sessions.find(secret)).get().returns(user.id(), login -> login.user().id());
    assertThat(sessions.find(Randomness.secret())).isEmpty();
  }

  @Test
  void S17_aPasswordThatWasChangedOrAnAccountThatWasSwitchedOffMeanwhileStartsNoLogin() {
    var checked = new User("user " + Randomness.name(), "before", clock.instant());
    DATABASE.transaction(
        () -> {
          DATABASE.entities().persist(checked);
          return null;
        });
    assertThat(DATABASE.transaction(() -> sessions.start(checked))).isPresent();

    change(checked.id(), "u.active = FALSE");
    assertThat(DATABASE.transaction(() -> sessions.start(checked))).isEmpty();
    change(checked.id(), "u.active = TRUE, u.passwordHash = 'after'");
    assertThat(DATABASE.transaction(() -> sessions.start(checked))).isEmpty();
    assertThat(DATABASE.transaction(() -> sessions.start(checked.withPassword("after"))))
        .isPresent();
  }

  private static void change(String id, String set) {
    DATABASE.transaction(
        () ->
            DATABASE
                .entities()
                .createQuery("UPDATE User u SET " + set + " WHERE u.id = :id")
                .setParameter("id", id)
                .executeUpdate());
  }

  @Test
  void aLoginThatNobodyUsesEndsAfterAnHour() {
    clock.pass(Duration.ofHours(1).minusMillis(1));
    assertThat(sessions.find(secret)).isPresent();
    clock.pass(Duration.ofMillis(1));
    assertThat(sessions.find(secret)).isEmpty();
  }

  @Test
  void aLoginEndsAfterTenHoursHoweverMuchItIsUsed() {
    for (var i = 0; i < 20; i++) {
      clock.pass(Duration.ofMinutes(29));
      var session = sessions.find(secret).orElseThrow().session();
      DATABASE.transaction(
          () -> {
            sessions.touch(session);
            return null;
          });
    }
    assertThat(sessions.find(secret)).isPresent();
    clock.pass(Duration.ofMinutes(20));
    assertThat(sessions.find(secret)).isEmpty();
  }

  @Test
  void aUseIsWrittenDownWhenATenthOfTheIdleTimeHasPassed() {
    var session = sessions.find(secret).orElseThrow().session();
    clock.pass(Duration.ofMinutes(6));
    assertThat(sessions.isStale(session)).isFalse();
    clock.pass(Duration.ofMillis(1));
    assertThat(sessions.isStale(session)).isTrue();
  }

  @Test
  void anEndedLoginIsGone() {
    DATABASE.transaction(
        () -> {
          sessions.end(secret);
          return null;
        });

    assertThat(sessions.find(secret)).isEmpty();
  }

  @Test
  void S17_aDisabledUsersLoginIsNone() {
    DATABASE.transaction(
        () ->
            DATABASE
                .entities()
                .createQuery("UPDATE User u SET u.active = false WHERE u.id = :id")
                .setParameter("id", user.id())
                .executeUpdate());

    assertThat(sessions.find(secret)).isEmpty();
  }
}
