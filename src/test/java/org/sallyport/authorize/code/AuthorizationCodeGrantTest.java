package org.sallyport.authorize.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sallyport.token.TestGrants.VERIFIER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.client.Client;
import org.sallyport.client.TestClients;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.token.Audiences;
import org.sallyport.token.Authorization;
import org.sallyport.token.Entitlement;
import org.sallyport.token.GrantState;
import org.sallyport.token.RefreshToken;
import org.sallyport.token.TestGrants;
import org.sallyport.token.UserGrants;
import org.sallyport.user.store.StoreAwayException;
import org.sallyport.user.store.TestStandings;

class AuthorizationCodeGrantTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();
  private static final String CALLBACK = "&redirect_uri=https://app.example/callback";
  private static final String PROOF = "&code_verifier=" + VERIFIER;

  private final SettableClock clock = new SettableClock();
  private final TestGrants grants = new TestGrants(DATABASE, clock);
  private BooleanSupplier good = () -> true;
  private final AuthorizationCodeGrant grant = grant(grants);
  private final Client client = TestClients.unprotected("app " + Randomness.name());
  private final Authorization authorization = grants.authorization(client);
  private final String code = Randomness.secret();
  private final UUID id = grants.granted(authorization, code);

  @Test
  void aCodeGivesWhatWasAllowed() {
    var given = redeem(code, CALLBACK + PROOF);

    assertThat(given.subject()).isEqualTo(authorization.userId());
    assertThat(given.scopes()).isEqualTo(Scopes.of("read", "write"));
    assertThat(given.audiences()).isEqualTo(authorization.audiences());
    assertThat(given.refreshToken()).hasValue(new RefreshToken(id, 1));
  }

  @Test
  void aClientWithoutTheGrantTypeGetsNoRefreshToken() {
    var plain = TestClients.with("plain " + Randomness.name(), List.of("authorization_code"));
    var other = Randomness.secret();
    grants.granted(grants.authorization(plain), other);

    assertThat(grant.redeem(form(other, CALLBACK + PROOF), plain).refreshToken()).isEmpty();
  }

  @Test
  void S08_aCodeRedeemedTwiceRevokesItsGrant() {
    redeem(code, CALLBACK + PROOF);

    assertRefused(code, CALLBACK + PROOF);
    assertThat(isRevoked()).isTrue();
  }

  @Test
  void S08_aCodeRedeemedTwiceAtOnceRevokesItsGrant() {
    var stale = grants.findByCode(code);
    var racing =
        new TestGrants(DATABASE, clock) {
          @Override
          public Optional<GrantState> findByCode(String sent) {
            return stale;
          }
        };
    redeem(code, CALLBACK + PROOF);

    assertThat(refusal(() -> grant(racing).redeem(form(code, CALLBACK + PROOF), client)))
        .isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(isRevoked()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&code_verifier=",
        "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK",
        "&code_verifier=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
      })
  void S07_aMissingOrWrongVerifierUsesTheCodeUp(String verifier) {
    assertRefused(code, CALLBACK + verifier);
    assertThat(isRevoked()).isTrue();
    assertRefused(code, CALLBACK + PROOF);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 42, 129})
  void S07_aVerifierOfAnotherLengthProvesNothing(int length) {
    var verifier = "v".repeat(length);
    var other = Randomness.secret();
    grants.granted(challenging(Digest.s256(verifier)), other);

    assertRefused(other, "&code_verifier=" + verifier);
  }

  @Test
  void S07_aVerifierWithoutAChallengeIsRefusedAndUsesTheCodeUp() {
    var web = TestClients.confidential("web " + Randomness.name(), "secret");
    var allowed = grants.authorization(web);
    var first = Randomness.secret();
    grants.granted(challenging(allowed, null), first);
    assertThat(grant.redeem(form(first, ""), web).subject()).isEqualTo(allowed.userId());

    var second = Randomness.secret();
    grants.granted(challenging(allowed, null), second);
    for (var proof : List.of(PROOF, "")) {
      assertThat(refusal(() -> grant.redeem(form(second, proof), web)))
          .isEqualTo(OAuthError.INVALID_GRANT);
    }
  }

  @Test
  void S07_aPublicClientGetsNothingForACodeWithoutAChallenge() {
    var other = Randomness.secret();
    grants.granted(challenging(null), other);

    assertRefused(other, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&redirect_uri=",
        "&redirect_uri=https://app.example/callback/",
        "&redirect_uri=https://evil.example/callback",
        "&redirect_uri=https://app.example/callback?a=b"
      })
  void aRedirectUriThatWasSentMustBeSentAgain(String redirect) {
    assertRefused(code, redirect + PROOF);
    assertThat(isRevoked()).isTrue();
  }

  @Test
  void aRedirectUriThatWasNotSentNeedNotBe() {
    var other = Randomness.secret();
    grants.granted(unsent(), other);

    assertThat(redeem(other, PROOF).subject()).isNotEmpty();
  }

  @Test
  void anotherClientsCodeIsRefusedAndStaysGood() {
    var thief = TestClients.unprotected("thief");

    assertThat(refusal(() -> grant.redeem(form(code, CALLBACK + PROOF), thief)))
        .isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(redeem(code, CALLBACK + PROOF).subject()).isEqualTo(authorization.userId());
  }

  @Test
  void aCodeLastsTenMinutes() {
    clock.pass(Duration.ofMinutes(10).minusMillis(1));
    redeem(code, CALLBACK + PROOF);

    var late = Randomness.secret();
    grants.granted(unsent(), late);
    clock.pass(Duration.ofMinutes(10));
    assertRefused(late, PROOF);
  }

  @Test
  void S17_aDisabledUserGetsNothing() {
    grants.change("UPDATE User u SET u.active = false WHERE u.id = :id", authorization.userId());

    assertRefused(code, CALLBACK + PROOF);
  }

  @Test
  void S17_anInactiveClientGetsNothing() {
    grants.change("UPDATE Client c SET c.active = false WHERE c.id = :id", client.id());

    assertRefused(code, CALLBACK + PROOF);
  }

  @Test
  void aRevokedGrantsCodeGivesNothing() {
    grants.revoke(id, "test");

    assertRefused(code, CALLBACK + PROOF);
  }

  @Test
  void anUnknownCodeGivesNothing() {
    assertRefused(Randomness.secret(), CALLBACK + PROOF);
    assertRefused("x".repeat(300), CALLBACK + PROOF);
  }

  @Test
  void aResourceThatWasNotGrantedIsRefusedAndTheCodeStaysGood() {
    var elsewhere = CALLBACK + PROOF + "&resource=https://evil.example";

    assertThat(refusal(() -> redeem(code, elsewhere))).isEqualTo(OAuthError.INVALID_TARGET);
    assertThat(redeem(code, CALLBACK + PROOF + "&resource=https://api.example").audiences())
        .containsExactly("https://api.example");
  }

  private Authorization unsent() {
    return challenging(Digest.s256(VERIFIER));
  }

  /** Another authorization, whose request named no redirect URI. */
  private Authorization challenging(String challenge) {
    return challenging(authorization, challenge);
  }

  private Authorization challenging(Authorization like, String challenge) {
    var now = clock.instant();
    return new Authorization(
        Randomness.rowId(now),
        like.clientId(),
        like.userId(),
        "a session",
        like.scopes(),
        like.audiences(),
        Optional.empty(),
        challenge,
        like.redirectUri(),
        false,
        now,
        now,
        null);
  }

  @Test
  void S17_aCodeOfSomebodyWhoseStoreIsAwayWorksWhenItIsBack() {
    good =
        () -> {
          throw StoreAwayException.refusal();
        };
    assertThat(refusal(() -> redeem(code, CALLBACK + PROOF)))
        .isEqualTo(OAuthError.TEMPORARILY_UNAVAILABLE);
    good = () -> false;
    assertRefused(code, CALLBACK + PROOF);

    good = () -> true;
    assertThat(redeem(code, CALLBACK + PROOF).grant()).isPresent();
  }

  private AuthorizationCodeGrant grant(UserGrants all) {
    return Injection.into(
        new AuthorizationCodeGrant(),
        all,
        grants.once(),
        new Audiences(TestSettings.server(TestSettings.HTTPS)),
        TestStandings.of(user -> good.getAsBoolean()),
        clock);
  }

  private Entitlement redeem(String sent, String rest) {
    return grant.redeem(form(sent, rest), client);
  }

  private static Parameters form(String sent, String rest) {
    return FormDecoder.parse("code=" + sent + rest);
  }

  private boolean isRevoked() {
    return grants.find(id).orElseThrow().grant().isRevoked();
  }

  private void assertRefused(String sent, String rest) {
    var form = form(sent, rest);
    assertThat(refusal(() -> grant.redeem(form, client))).isEqualTo(OAuthError.INVALID_GRANT);
  }

  private static OAuthError refusal(ThrowingCallable call) {
    var refused = catchThrowableOfType(OAuthException.class, call);
    assertThat(refused).isNotNull();
    return refused.error();
  }
}
