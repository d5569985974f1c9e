package org.sallyport.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.sallyport.client.Client;
import org.sallyport.client.TestClients;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.token.Audiences;
import org.sallyport.token.Authorization;
import org.sallyport.token.Entitlement;
import org.sallyport.token.RefreshToken;
import org.sallyport.token.TestGrants;
import org.sallyport.user.store.StoreAwayException;
import org.sallyport.user.store.TestStandings;

class DeviceCodeGrantTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();
  private static final List<String> GRANTS = List.of(DeviceCodeGrant.TYPE, "refresh_token");

  private final SettableClock clock = new SettableClock();
  private final TestGrants grants = new TestGrants(DATABASE, clock);
  private final TestDevices devices = new TestDevices(DATABASE, grants, clock);
  private final Client client = TestClients.with("tv " + Randomness.name(), GRANTS);
  private final Authorization wish = grants.authorization(client);
  private final String code = devices.waiting(client, wish);
  private BooleanSupplier good = () -> true;
  private final DeviceCodeGrant grant =
      Injection.into(
          new DeviceCodeGrant(),
          devices,
          grants,
          grants.once(),
          new Audiences(TestSettings.server(TestSettings.HTTPS)),
          TestStandings.of(user -> good.getAsBoolean()),
          clock);

  @Test
  void untilAPersonAnswersItIsPending() {
    for (var i = 0; i < 3; i++) {
      assertThat(refusal()).isEqualTo(OAuthError.AUTHORIZATION_PENDING);
      clock.pass(Duration.ofSeconds(5));
    }
  }

  @Test
  void whoAsksTooEarlyWaitsFiveSecondsLongerForGood() {
    assertThat(refusal()).isEqualTo(OAuthError.AUTHORIZATION_PENDING);
    clock.pass(Duration.ofSeconds(3));
    assertThat(refusal()).isEqualTo(OAuthError.SLOW_DOWN);
    assertThat(devices.row(code).interval()).hasSeconds(10);
    clock.pass(Duration.ofSeconds(10));
    assertThat(refusal()).isEqualTo(OAuthError.AUTHORIZATION_PENDING);
    clock.pass(Duration.ofSeconds(5));
    assertThat(refusal()).isEqualTo(OAuthError.SLOW_DOWN);
    assertThat(devices.row(code).interval()).hasSeconds(15);
  }

  @Test
  void whatAPersonAllowedIsGivenOnceWithARefreshToken() {
    assertThat(devices.allow(code, wish)).isTrue();

    var given = redeem();
    assertThat(given.subject()).isEqualTo(wish.userId());
    assertThat(given.scopes()).isEqualTo(wish.scopes());
    assertThat(given.refreshToken()).hasValue(new RefreshToken(devices.row(code).id(), 1));
    assertThat(given.grant().orElseThrow().grant().codeExpiresAt()).isNull();
  }

  @Test
  void S08_aDeviceCodeUsedAgainEndsTheGrant() {
    devices.allow(code, wish);
    redeem();

    assertThat(refusal()).isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(grants.find(devices.row(code).id()).orElseThrow().grant().isRevoked()).isTrue();
  }

  @Test
  void oneAnswerCounts() {
    assertThat(devices.deny(devices.row(code).id(), wish.userId())).isTrue();
    assertThat(devices.allow(code, wish)).isFalse();
    assertThat(grants.find(devices.row(code).id())).isEmpty();
    var refused = catchThrowableOfType(OAuthException.class, this::redeem);
    assertThat(refused.error()).isEqualTo(OAuthError.ACCESS_DENIED);
    assertThat(refused.status()).isEqualTo(400);
  }

  @Test
  void afterItsTimeItIsExpiredAnsweredOrNot() {
    devices.allow(code, wish);
    clock.pass(Duration.ofMinutes(10));
    assertThat(refusal()).isEqualTo(OAuthError.EXPIRED_TOKEN);

    var late = devices.waiting(client, wish);
    clock.pass(Duration.ofMinutes(10));
    assertThat(devices.allow(late, wish)).isFalse();
  }

  @Test
  void anotherClientsCodeIsRefusedAndStaysGood() {
    devices.allow(code, wish);
    var thief = TestClients.with("thief", GRANTS);

    assertThat(refusal(thief, code)).isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(redeem()).isNotNull();
  }

  @Test
  void anUnknownCodeIsRefused() {
    assertThat(refusal(client, Randomness.secret())).isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(refusal(client, "x".repeat(5000))).isEqualTo(OAuthError.INVALID_GRANT);
  }

  @Test
  void S17_aUserWhoWasSwitchedOffMeanwhileGivesNothing() {
    devices.allow(code, wish);
    grants.change("UPDATE User u SET u.active = false WHERE u.id = :id", wish.userId());

    assertThat(refusal()).isEqualTo(OAuthError.INVALID_GRANT);
  }

  @Test
  void S17_whomTheirStoreRefusesGetsNothingAndLosesNothing() {
    devices.allow(code, wish);
    good = () -> false;
    assertThat(refusal()).isEqualTo(OAuthError.INVALID_GRANT);
    good =
        () -> {
          throw StoreAwayException.refusal();
        };
    assertThat(refusal()).isEqualTo(OAuthError.TEMPORARILY_UNAVAILABLE);

    assertThat(grants.find(devices.row(code).id()).orElseThrow().grant().isConsumed()).isFalse();
    good = () -> true;
    assertThat(redeem()).isNotNull();
  }

  @Test
  void S08_anAuthorizationCodeIsNoDeviceCodeAndTheOtherWayRound() {
    var plain = Randomness.secret();
    grants.granted(grants.authorization(TestClients.with("web " + plain, GRANTS)), plain);
    devices.allow(code, wish);

    assertThat(refusal(client, plain)).isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(grants.findByCode(code)).isEmpty();
  }

  private Entitlement redeem() {
    return grant.redeem(form(code), client);
  }

  private OAuthError refusal() {
    return refusal(client, code);
  }

  private OAuthError refusal(Client asking, String sent) {
    return catchThrowableOfType(OAuthException.class, () -> grant.redeem(form(sent), asking))
        .error();
  }

  private static Parameters form(String sent) {
    return Parameters.fromMap(Map.of("device_code", List.of(sent)));
  }
}
