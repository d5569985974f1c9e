package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sallyport.client.Client;
import org.sallyport.client.TestClients;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;

class GrantStateTest {

  private final SettableClock clock = new SettableClock();
  private final Instant start = clock.instant();
  private final TestGrants grants = new TestGrants(MemoryDatabase.shared(), clock);
  private final Client client = TestClients.unprotected("app " + Randomness.name());
  private final UUID id = grants.granted(grants.authorization(client), Randomness.secret());
  private final GrantState state = grants.find(id).orElseThrow();

  @Test
  void aGrantLivesUntilItsEnd() {
    assertThat(state.isAlive(start.plus(Duration.ofDays(30)).minusMillis(1))).isTrue();
    assertThat(state.isAlive(start.plus(Duration.ofDays(30)))).isFalse();
  }

  @Test
  void aRevokedGrantIsDead() {
    grants.revoke(id, "test");

    assertThat(grants.find(id).orElseThrow().isAlive(start)).isFalse();
  }

  @Test
  void whatWasAllowedBeforeAUserOrClientBeganAnewIsDead() {
    Injection.set(state.user(), "notBefore", start);
    Injection.set(state.client(), "notBefore", start);
    assertThat(state.isAlive(start)).isTrue();

    Injection.set(state.user(), "notBefore", start.plusMillis(1));
    assertThat(state.isAlive(start)).isFalse();
    Injection.set(state.user(), "notBefore", null);
    Injection.set(state.client(), "notBefore", start.plusMillis(1));
    assertThat(state.isAlive(start)).isFalse();
  }

  @Test
  void aGrantThatALateAnswerGaveToALoginFromBeforeAPasswordChangeIsDead() {
    Injection.set(state.user(), "notBefore", start);
    Injection.set(state.grant(), "loggedInAt", start.minusMillis(1));

    assertThat(state.isAlive(start)).isFalse();
  }

  @Test
  void aClientOfTheSameNameMadeLaterHasNoOldGrants() {
    Injection.set(state.client(), "createdAt", start);
    assertThat(state.isAlive(start)).isTrue();
    Injection.set(state.client(), "createdAt", start.plusMillis(1));
    assertThat(state.isAlive(start)).isFalse();
  }

  @Test
  void whatTheClientMayNoLongerHaveIsNoLongerGranted() {
    assertThat(state.scopes()).isEqualTo(Scopes.of("read", "write"));
    Injection.set(state.client(), "scopes", Scopes.of("write", "admin"));
    assertThat(state.scopes()).isEqualTo(Scopes.of("write"));
  }

  @Test
  void nobodySwitchedOffHasGrants() {
    Injection.set(state.user(), "active", false);
    assertThat(state.isAlive(start)).isFalse();
    Injection.set(state.user(), "active", true);
    Injection.set(state.client(), "active", false);
    assertThat(state.isAlive(start)).isFalse();
  }
}
