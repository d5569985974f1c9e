package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sallyport.config.LoginSettings;
import org.sallyport.login.remember.Remembered;
import org.sallyport.login.remember.RememberedLogins;
import org.sallyport.oauth.Randomness;
import org.sallyport.store.DatabaseReady;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.user.User;
import org.sallyport.web.visitor.Visitor;

class LoginSessionsTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();
  private static final Visitor HERE = Visitor.of("curl/8", "192.0.2.1");

  private final SettableClock clock = new SettableClock();
  private final RememberedLogins remembered =
      Injection.into(
          new RememberedLogins(),
          DATABASE.entities(),
          new LoginSettings(true, Duration.ofDays(30), false),
          Beans.<Object>eventsInto(new ArrayList<>()),
          clock);
  private final LoginSessions sessions =
      Injection.into(
          new LoginSessions(), DATABASE.entities(), TestSettings.lifetimes(), remembered, clock);
  private final User user = new User("user " + Randomness.name(), "", clock.instant());
  private final String secret =
      DATABASE.transaction(
          () -> {
            DATABASE.entities().persist(user);
            DATABASE.entities().flush();
            return sessions.start(user, HERE).orElseThrow();
          });

  @BeforeEach
  void start() {
    sessions.start(new DatabaseReady());
  }

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
    assertThat(DATABASE.transaction(() -> sessions.start(checked, HERE))).isPresent();

    change(checked.id(), "u.active = FALSE");
    assertThat(DATABASE.transaction(() -> sessions.start(checked, HERE))).isEmpty();
    change(checked.id(), "u.active = TRUE, u.passwordHash = 'after'");
    assertThat(DATABASE.transaction(() -> sessions.start(checked, HERE))).isEmpty();
    assertThat(DATABASE.transaction(() -> sessions.start(checked.withPassword("after"), HERE)))
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
            sessions.touch(session, "192.0.2.9");
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
    assertThat(session.isStale(Duration.ofHours(1), clock.instant())).isFalse();
    clock.pass(Duration.ofMillis(1));
    assertThat(session.isStale(Duration.ofHours(1), clock.instant())).isTrue();
  }

  @Test
  void aUseNotesFromWhereItCame() {
    var session = sessions.find(secret).orElseThrow().session();
    DATABASE.transaction(
        () -> {
          sessions.touch(session, "192.0.2.9");
          return null;
        });
    var visitor = sessions.find(secret).orElseThrow().session().visitor().orElseThrow();
    assertThat(visitor.device()).contains("curl");
    assertThat(visitor.address()).contains("192.0.2.9");
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
  void allSessionsOfABrowserThatStaysLoggedInAreOneLoginAndEndTogether() {
    var first = DATABASE.transaction(() -> sessions.startRemembered(user, HERE).orElseThrow());
    var known = known(first);
    var second = DATABASE.transaction(() -> sessions.resume(known, HERE)).orElseThrow();
    var login = session(second).loginId();
    assertThat(login).isEqualTo(known.id()).isEqualTo(session(first.session()).loginId());
    assertThat(session(secret).loginId()).isEqualTo(session(secret).id());

    var id = session(second).id();
    assertThat(DATABASE.transaction(() -> sessions.endOne(id))).isTrue();

    assertThat(sessions.find(first.session())).isEmpty();
    assertThat(sessions.find(second)).isEmpty();
    assertThat(sessions.find(secret)).as("another browser's").isPresent();
    assertThat(DATABASE.transaction(() -> sessions.endOne(id))).isFalse();
  }

  @Test
  void S17_whatEndedWhileItsCookieWasUsedDoesNotBeginAgain() {
    var first = DATABASE.transaction(() -> sessions.startRemembered(user, HERE).orElseThrow());
    var known = known(first);
    var id = session(first.session()).id();
    assertThat(DATABASE.transaction(() -> sessions.endOne(id))).isTrue();

    assertThat(DATABASE.transaction(() -> sessions.resume(known, HERE))).isEmpty();
  }

  private Remembered known(LoginSessions.Secrets secrets) {
    return DATABASE.transaction(() -> remembered.use(secrets.remembered(), HERE)).orElseThrow();
  }

  private LoginSession session(String cookie) {
    return sessions.find(cookie).orElseThrow().session();
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
