package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.audit.AuditEvent;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.testing.SettableClock;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.User;
import org.sallyport.user.Users;
import org.sallyport.user.store.OutsidePeople;
import org.sallyport.user.store.TestPeople;
import org.sallyport.web.Throttle;

class PasswordLoginTest {

  private static final String HERE = "192.0.2.1";
  private static final PasswordHasher REAL = new PasswordHasher();

  private final User alice = new User("alice", REAL.hash("right"), Instant.EPOCH);
  private final List<String> asked = new ArrayList<>();
  private final List<String> checked = new ArrayList<>();
  private final List<AuditEvent> events = new ArrayList<>();
  private final Throttle throttle = new Throttle(new SettableClock());
  private Runnable meanwhile = () -> {};
  private final Users users =
      new Users() {
        @Override
        public Optional<User> find(String store, String name) {
          return Optional.empty();
        }

        @Override
        public Optional<User> findByName(String name) {
          asked.add(name);
          return User.canonical(name).equals("alice") ? Optional.of(alice) : Optional.empty();
        }
      };
  private final PasswordHasher hasher =
      new PasswordHasher() {
        @Override
        public boolean verify(String password, User user) {
          checked.add(password);
          meanwhile.run();
          return REAL.verify(password, user);
        }
      };
  private final PasswordLogin login =
      Injection.into(
          new PasswordLogin(),
          TestPeople.of(users, hasher, new OutsidePeople(), new SettableClock()),
          throttle,
          Beans.<AuditEvent>eventsInto(events));

  @Test
  void nameAndPasswordLogIn() {
    assertThat(login.authenticate(" Alice ", "right", HERE)).isSameAs(alice);
    assertThat(events).containsExactly(new AuditEvent.LoggedIn(alice.id(), HERE));
  }

  @Test
  void S19_unknownDisabledAndWrongLookAndCostTheSame() {
    var wrong = refusal("alice", "wrong");
    var unknown = refusal("nobody", "right");
    Injection.set(alice, "active", false);
    var disabled = refusal("alice", "right");

    for (var refused : List.of(wrong, unknown, disabled)) {
      assertThat(refused.error()).isEqualTo(OAuthError.ACCESS_DENIED);
      assertThat(refused.description()).isEqualTo("login failed");
    }
    assertThat(checked).containsExactly("wrong", "right", "right");
  }

  @Test
  void S19_aNameTooLongToExistCostsTheSame() {
    refusal("x".repeat(100_000), "right");

    assertThat(checked).containsExactly("right");
  }

  @Test
  void S18_noSpellingOfANameIsANewAccount() {
    for (var spelling : List.of("alice", "ALICE", " alice ", "ａｌｉｃｅ", "Alice")) {
      assertThat(refusal(spelling, "wrong").error()).isEqualTo(OAuthError.ACCESS_DENIED);
    }

    assertThat(refusal("aLiCe", "right").error()).isEqualTo(OAuthError.TOO_MANY_REQUESTS);
    assertThat(login.authenticate("alice", "right", "198.51.100.9")).isSameAs(alice);
  }

  @Test
  void S18_unknownNamesAreSlowedDownTheSame() {
    for (var spelling : List.of("nobody", "NOBODY", " nobody ", "ｎｏｂｏｄｙ", "Nobody")) {
      refusal(spelling, "wrong");
    }

    assertThat(refusal("nobody", "wrong").error()).isEqualTo(OAuthError.TOO_MANY_REQUESTS);
    assertThat(checked).hasSize(5);
  }

  @Test
  void S18_guessesSentAllAtOnceFindNothingOutEither() {
    meanwhile = () -> IntStream.range(0, 5).forEach(i -> throttle.failed(account(), HERE));

    assertThat(refusal("alice", "right").error()).isEqualTo(OAuthError.TOO_MANY_REQUESTS);
    assertThat(events).isEmpty();
  }

  @Test
  void S20_anAddressThatHasFailedTooOftenAsksNoStore() {
    IntStream.range(0, 101).forEach(i -> throttle.failed("somebody " + i, HERE));

    assertThat(refusal("alice", "right").error()).isEqualTo(OAuthError.TOO_MANY_REQUESTS);
    assertThat(asked).isEmpty();
  }

  private String account() {
    return "user " + alice.id();
  }

  @Test
  void aFailureIsAuditedWithoutTheNameThatWasTyped() {
    refusal("my password by mistake", "x");

    assertThat(events).containsExactly(new AuditEvent.LoginFailed("-", HERE, "unknown"));
  }

  private OAuthException refusal(String name, String password) {
    return catchThrowableOfType(
        OAuthException.class, () -> login.authenticate(name, password, HERE));
  }
}
