package org.sallyport.login.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sallyport.config.LoginSettings;
import org.sallyport.login.LoginSessions;
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

class SignInsTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();
  private static final Visitor PHONE = Visitor.of("Phone/1", "192.0.2.1");
  private static final Visitor TABLET = Visitor.of("Tablet/1", "192.0.2.3");
  private static final Visitor DESK = Visitor.of("Desk/1", "192.0.2.2");

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
  private final SignIns signIns =
      Injection.into(new SignIns(), DATABASE.entities(), sessions, remembered);
  private final User user = new User("user " + Randomness.name(), "", clock.instant());
  private LoginSessions.Secrets phone;
  private String desk;

  @BeforeEach
  void signIn() {
    sessions.start(new DatabaseReady());
    DATABASE.transaction(
        () -> {
          DATABASE.entities().persist(user);
          DATABASE.entities().flush();
          phone = sessions.startRemembered(user, PHONE).orElseThrow();
          return null;
        });
    clock.pass(Duration.ofMinutes(5));
    desk = DATABASE.transaction(() -> sessions.start(user, DESK)).orElseThrow();
  }

  @Test
  void eachBrowserIsThereOnceTheLastUsedFirst() {
    assertThat(devices()).containsExactly("Desk", "Phone");
    assertThat(signIns.of(user.id()))
        .extracting(SignIn::kind)
        .containsExactly(SignIn.Kind.FOR_NOW, SignIn.Kind.REMEMBERED);
    resume();
    assertThat(devices()).containsExactly("Phone", "Desk");
  }

  @Test
  void aBrowserThatStaysSignedInIsThereWhenItsSessionsAreOver() {
    clock.pass(Duration.ofHours(11));
    assertThat(devices()).containsExactly("Phone");
  }

  @Test
  void endingOneEndsAllItsSessionsAndItsCookie() {
    var other = resume();
    end(signIns.of(user.id()).get(0).id());
    assertThat(sessions.find(phone.session())).isEmpty();
    assertThat(sessions.find(other)).as("another session of this browser").isEmpty();
    assertThat(sessions.find(desk)).as("another browser").isPresent();
    assertThat(devices()).containsExactly("Desk");
  }

  @Test
  void endingAllOthersKeepsThisOneWhole() {
    var tablet = DATABASE.transaction(() -> sessions.startRemembered(user, TABLET)).orElseThrow();
    var other = resume();
    var mine = signIns.of(user.id()).get(0).id();
    DATABASE.transaction(
        () -> {
          signIns.endOthers(user.id(), mine);
          return null;
        });
    assertThat(sessions.find(desk)).isEmpty();
    assertThat(sessions.find(tablet.session())).isEmpty();
    assertThat(DATABASE.transaction(() -> remembered.use(tablet.remembered(), TABLET))).isEmpty();
    assertThat(sessions.find(phone.session())).isPresent();
    assertThat(sessions.find(other)).isPresent();
    assertThat(devices()).containsExactly("Phone");
  }

  @Test
  void S17_nobodyEndsOrSeesSomebodyElses() {
    var id = signIns.of(user.id()).get(0).id();
    DATABASE.transaction(
        () -> {
          signIns.end("another", id);
          return null;
        });
    assertThat(signIns.find("another", id)).isEmpty();
    assertThat(signIns.find(user.id(), id)).isPresent();
  }

  private void end(String id) {
    DATABASE.transaction(
        () -> {
          signIns.end(user.id(), id);
          return null;
        });
  }

  private String resume() {
    return DATABASE.transaction(
        () -> {
          var known = remembered.use(phone.remembered(), PHONE).orElseThrow();
          return sessions.resume(known, PHONE).orElseThrow();
        });
  }

  private List<String> devices() {
    return signIns.of(user.id()).stream()
        .map(signIn -> signIn.visitor().orElseThrow().device().orElseThrow())
        .toList();
  }
}
