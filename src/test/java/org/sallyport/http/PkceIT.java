package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.oauth.Digest;
import org.sallyport.testing.App;
import org.sallyport.testing.CodeFlow;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** S07: PKCE can't be left out or talked down, RFC 7636 and RFC 9700 §2.1.1. */
class PkceIT {

  private static final Server SERVER = Server.shared();
  private static final Person ALICE = Person.of(SERVER, "alice");

  static List<App> apps() {
    return List.of(App.WEB, App.SPA);
  }

  @ParameterizedTest
  @MethodSource("apps")
  void S07_aRequestWithoutAChallengeIsRefused(App app) {
    var none = app.flow(SERVER).without("code_challenge").without("code_challenge_method");
    assertRefused(none);
    assertRefused(app.flow(SERVER).without("code_challenge"));
    assertRefused(app.flow(SERVER).with("code_challenge", ""));
  }

  @ParameterizedTest
  @CsvSource({"plain", "''", "s256", "S512", "none"})
  void S07_noOtherMethodThanS256IsTaken(String method) {
    assertRefused(App.WEB.flow(SERVER).with("code_challenge_method", method));
    assertRefused(App.SPA.flow(SERVER).without("code_challenge_method"));
  }

  @ParameterizedTest
  @CsvSource({
    "short",
    "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
    "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMM",
    "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM",
    "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw cM"
  })
  void S07_aMalformedChallengeIsRefused(String challenge) {
    assertRefused(App.WEB.flow(SERVER).with("code_challenge", challenge));
  }

  @ParameterizedTest
  @MethodSource("apps")
  void S07_aCodeWithoutItsVerifierIsRefusedAndUsedUp(App app) {
    assertUsedUp(app.flow(SERVER), "");
  }

  @ParameterizedTest
  @MethodSource("apps")
  void S07_aCodeWithAnotherVerifierIsRefusedAndUsedUp(App app) {
    assertUsedUp(app.flow(SERVER), "another-verifier-another-verifier-another-verifier");
  }

  @ParameterizedTest
  @MethodSource("apps")
  void S07_theChallengeIsNoVerifier(App app) {
    var flow = app.flow(SERVER);
    assertUsedUp(flow, Digest.s256(flow.verifier()));
  }

  @ParameterizedTest
  @CsvSource({"42", "129", "5000"})
  void S07_aVerifierOfAForbiddenLengthIsRefusedThoughItsDigestMatches(int length) {
    assertForbidden("v".repeat(length));
  }

  @ParameterizedTest
  @CsvSource({"=", "+", "/", "é", "%"})
  void S07_aVerifierWithAForbiddenCharacterIsRefusedThoughItsDigestMatches(String character) {
    assertForbidden("v".repeat(50) + character);
  }

  @ParameterizedTest
  @CsvSource({"43", "128"})
  void theShortestAndTheLongestVerifierAreTaken(int length) {
    var verifier = "-._~".repeat(32).substring(0, length);
    var flow = App.WEB.flow(SERVER).with("code_challenge", Digest.s256(verifier));
    var answer = flow.redeem(flow.code(ALICE), "code_verifier", verifier);
    assertThat(answer.status()).isEqualTo(200);
  }

  private static void assertRefused(CodeFlow flow) {
    assertThat(flow.error(ALICE.open(flow.address()))).isEqualTo("invalid_request");
  }

  private static void assertUsedUp(CodeFlow flow, String verifier) {
    var code = flow.code(ALICE);
    var refused = flow.redeem(code, "code_verifier", verifier);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo("invalid_grant");
    assertThat(flow.redeem(code).error()).isEqualTo("invalid_grant");
  }

  private static void assertForbidden(String verifier) {
    var flow = App.WEB.flow(SERVER).with("code_challenge", Digest.s256(verifier));
    var refused = flow.redeem(flow.code(ALICE), "code_verifier", verifier);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo("invalid_grant");
  }
}
