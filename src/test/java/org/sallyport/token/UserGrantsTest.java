package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sallyport.client.TestClients;
import org.sallyport.oauth.Randomness;
import org.sallyport.store.Conflicts;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;

class UserGrantsTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();

  private final SettableClock clock = new SettableClock();
  private final TestGrants grants = new TestGrants(DATABASE, clock);
  private final Authorization authorization =
      grants.authorization(TestClients.unprotected("app " + Randomness.name()));
  private final String code = Randomness.secret();
  private final UUID id = grants.granted(authorization, code);

  @Test
  void aGrantIsFoundByItsCodeWithItsUserAndClient() {
    var state = grants.findByCode(code).orElseThrow();

    assertThat(state.grant().id()).isEqualTo(id);
    assertThat(state.user().id()).isEqualTo(authorization.userId());
    assertThat(state.client().id()).isEqualTo(authorization.clientId());
    assertThat(state.grant().audiences()).isEqualTo(authorization.audiences());
    assertThat(grants.findByCode(Randomness.secret())).isEmpty();
  }

  @Test
  void S08_aCodeIsRedeemedOnce() {
    assertThat(grants.once().redeem(id)).isTrue();
    assertThat(grants.once().redeem(id)).isFalse();
    assertThat(state().generation()).isEqualTo(1);
  }

  @Test
  void aRevokedGrantIsNeitherRedeemedNorRotated() {
    grants.revoke(id, "test");

    assertThat(grants.once().redeem(id)).isFalse();
    assertThat(grants.once().rotate(id, 0)).isFalse();
    assertThat(state().generation()).isZero();
  }

  @Test
  void S09_oneOfTwoRotationsOfAGenerationWins() {
    grants.once().redeem(id);
    clock.pass(Duration.ofSeconds(5));

    assertThat(grants.once().rotate(id, 1)).isTrue();
    assertThat(grants.once().rotate(id, 1)).isFalse();
    assertThat(grants.once().rotate(id, 3)).isFalse();
    assertThat(state().generation()).isEqualTo(2);
    assertThat(state().rotatedAt()).isEqualTo(clock.instant());
    assertThat(state().lastUsed()).isEqualTo(clock.instant());
  }

  @Test
  void aRevocationIsToldOnce() {
    grants.revoke(id, "test");
    grants.revoke(id, "test");

    assertThat(grants.events()).hasSize(1);
  }

  @Test
  void aFlowMakesOneGrant() {
    var thrown = catchThrowable(() -> grants.granted(authorization, Randomness.secret()));

    assertThat(Conflicts.duplicate(thrown)).isTrue();
  }

  private UserGrant state() {
    return grants.find(id).orElseThrow().grant();
  }
}
