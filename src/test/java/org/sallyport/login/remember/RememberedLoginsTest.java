package org.sallyport.login.remember;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.config.LoginSettings;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.web.visitor.Visitor;

class RememberedLoginsTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();
  private static final Visitor HERE = Visitor.of("curl/8", "192.0.2.1");

  private final SettableClock clock = new SettableClock();
  private final Instant began = clock.instant();
  private final List<Object> events = new ArrayList<>();
  private final RememberedLogins logins = with(new LoginSettings(true, Duration.ofDays(30), false));
  private final String user = Randomness.name();
  private final String first =
      DATABASE.transaction(() -> logins.start(user, clock.instant(), HERE));

  private RememberedLogins with(LoginSettings settings) {
    return Injection.into(
        new RememberedLogins(),
        DATABASE.entities(),
        settings,
        Beans.<Object>eventsInto(events),
        clock);
  }

  @Test
  void aValueIsUsedOnceAndTellsWhenThePasswordWasTyped() {
    clock.pass(Duration.ofDays(3));
    var known = use(first).orElseThrow();
    assertThat(known.userId()).isEqualTo(user);
    assertThat(known.since()).isEqualTo(began);
    assertThat(known.until()).isEqualTo(began.plus(Duration.ofDays(30)));
    assertThat(known.next().orElseThrow()).hasSize(64).isNotEqualTo(first);
    assertThat(use(known.next().get())).isPresent();
    assertThat(events).isEmpty();
  }

  @Test
  void theValueBeforeIsTakenForAMomentAndThenIsATheft() {
    var next = use(first).orElseThrow().next().orElseThrow();
    clock.pass(Duration.ofSeconds(29));
    assertThat(use(first)).get().returns(Optional.empty(), Remembered::next);
    clock.pass(Duration.ofSeconds(1));
    assertThat(use(first)).isEmpty();
    assertThat(events).contains(new Stolen(user)).hasSize(2);
    assertThat(use(next)).isEmpty();
  }

  @Test
  void itEndsAfterItsTimeHoweverMuchItIsUsed() {
    clock.pass(Duration.ofDays(29));
    var next = use(first).orElseThrow().next().orElseThrow();
    clock.pass(Duration.ofDays(1));
    assertThat(use(next)).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void nothingIsRememberedWhereThatIsSwitchedOff() {
    var off = with(new LoginSettings(false, Duration.ofDays(30), false));
    assertThat(DATABASE.transaction(() -> off.use(first, HERE))).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void whatIsEndedIsGoneByAnyValueOfIt() {
    use(first);
    DATABASE.transaction(
        () -> {
          logins.end(first);
          return null;
        });
    assertThat(use(first)).isEmpty();
    assertThat(events).isEmpty();
  }

  private Optional<Remembered> use(String value) {
    return DATABASE.transaction(() -> logins.use(value, HERE));
  }
}
