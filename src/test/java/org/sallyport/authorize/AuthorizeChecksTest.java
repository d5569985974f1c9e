package org.sallyport.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.authorize.code.AuthorizationCodes;
import org.sallyport.client.TestClients;
import org.sallyport.config.GrantSettings;
import org.sallyport.login.Flow;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;

class AuthorizeChecksTest {

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  private final ShapeCheck shape = new ShapeCheck();
  private final PkceCheck pkce = new PkceCheck();
  private final ResponseCheck response =
      Injection.into(
          new ResponseCheck(),
          new ResponseTypes(Beans.of(new AuthorizationCodes()), GrantSettings.usual()));
  private final PromptCheck prompt = new PromptCheck();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=a&state=b",
        "code_challenge=a&code_challenge=b",
        "prompt=login&prompt=none"
      })
  void S03_aRepeatedParameterIsRefused(String query) {
    assertThat(refusal(shape, query)).isEqualTo(OAuthError.INVALID_REQUEST);
  }

  @Test
  void aStateOrNonceHas1024BytesAtMost() {
    for (var name : List.of("state=", "nonce=")) {
      assertPasses(shape, name + "x".repeat(1024));
      assertThat(refusal(shape, name + "x".repeat(1025))).isEqualTo(OAuthError.INVALID_REQUEST);
      assertThat(refusal(shape, name + "%C3%A4".repeat(513))).isEqualTo(OAuthError.INVALID_REQUEST);
    }
  }

  @Test
  void requestObjectsAreRefusedByTheirOwnErrors() {
    assertThat(refusal(shape, "request=x")).isEqualTo(OAuthError.REQUEST_NOT_SUPPORTED);
    assertThat(refusal(shape, "request_uri=urn:x")).isEqualTo(OAuthError.REQUEST_URI_NOT_SUPPORTED);
  }

  @Test
  void anUnusableStateIsNotRepeatedToTheClient() {
    assertThat(request("state=abc").state()).hasValue("abc");
    assertThat(request("state=a&state=b").state()).isEmpty();
    assertThat(request("state=" + "x".repeat(1025)).state()).isEmpty();
  }

  @Test
  void S07_aChallengeByS256Passes() {
    assertPasses(pkce, "code_challenge_method=S256&code_challenge=" + CHALLENGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "code_challenge_method=S256",
        "code_challenge_method=S256&code_challenge=",
        "code_challenge=" + CHALLENGE,
        "code_challenge_method=&code_challenge=" + CHALLENGE,
        "code_challenge_method=plain&code_challenge=" + CHALLENGE,
        "code_challenge_method=s256&code_challenge=" + CHALLENGE,
        "code_challenge_method=none&code_challenge=" + CHALLENGE,
        "code_challenge_method=S256&code_challenge=short",
        "code_challenge_method=S256&code_challenge=" + CHALLENGE + "x",
        "code_challenge_method=S256&code_challenge=" + CHALLENGE + "=",
        "code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw%2BcM",
        "code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw.cM"
      })
  void S07_anythingButAChallengeByS256IsRefused(String query) {
    assertThat(refusal(pkce, query)).isEqualTo(OAuthError.INVALID_REQUEST);
  }

  @Test
  void S07_onlyAClientWithASecretThatIsAnsweredOnServersMayLeaveOutPkce() {
    var confidential = Injection.set(TestClients.confidential("old", "s"), "optionalPkce", true);
    var open = Injection.set(TestClients.unprotected("open"), "optionalPkce", true);
    var none = flow("response_type=code");

    pkce.check(new AuthorizeRequest(none, confidential, TestClients.CALLBACK));
    assertThat(PkceCheck.challenge(new AuthorizeRequest(none, confidential, "x"))).isEmpty();
    for (var request :
        List.of(
            new AuthorizeRequest(none, open, TestClients.CALLBACK),
            new AuthorizeRequest(none, confidential, "http://127.0.0.1/callback"),
            new AuthorizeRequest(none, confidential, "oc://android.owncloud.com"),
            new AuthorizeRequest(
                flow("code_challenge_method=S256"), confidential, TestClients.CALLBACK),
            new AuthorizeRequest(flow("code_challenge=x"), confidential, TestClients.CALLBACK))) {
      assertThat(catchThrowableOfType(OAuthException.class, () -> pkce.check(request)).error())
          .isEqualTo(OAuthError.INVALID_REQUEST);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "response_type=code,",
    "response_type=code&response_mode=query,",
    "response_type=token, UNSUPPORTED_RESPONSE_TYPE",
    "response_type=code+token, UNSUPPORTED_RESPONSE_TYPE",
    "response_type=CODE, UNSUPPORTED_RESPONSE_TYPE",
    "response_type=none, UNSUPPORTED_RESPONSE_TYPE",
    "scope=read, INVALID_REQUEST",
    "response_type=code&response_mode=fragment, INVALID_REQUEST",
    "response_type=code&response_mode=form_post, INVALID_REQUEST"
  })
  void onlyACodeInTheQueryIsAnswered(String query, OAuthError error) {
    if (error == null) {
      assertPasses(response, query);
    } else {
      assertThat(refusal(response, query)).isEqualTo(error);
    }
  }

  @Test
  void aClientWithoutTheGrantTypeGetsNoCode() {
    var machine = TestClients.with("machine", List.of("client_credentials"));
    var request = new AuthorizeRequest(flow("response_type=code"), machine, TestClients.CALLBACK);

    assertThat(catchThrowableOfType(OAuthException.class, () -> response.check(request)).error())
        .isEqualTo(OAuthError.UNAUTHORIZED_CLIENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "prompt=none",
        "prompt=login",
        "prompt=consent",
        "prompt=login+consent",
        "max_age=0",
        "max_age=86400"
      })
  void knownPromptsPass(String query) {
    assertPasses(prompt, query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prompt=none+login",
        "prompt=none+consent",
        "prompt=create",
        "prompt=NONE",
        "prompt=select_account",
        "max_age=-1",
        "max_age=1.5",
        "max_age=x",
        "max_age=99999999999999999999"
      })
  void otherPromptsAreRefused(String query) {
    assertThat(refusal(prompt, query)).isEqualTo(OAuthError.INVALID_REQUEST);
  }

  private static void assertPasses(AuthorizeCheck check, String query) {
    assertThatCode(() -> check.check(request(query))).doesNotThrowAnyException();
  }

  private static OAuthError refusal(AuthorizeCheck check, String query) {
    var thrown = catchThrowableOfType(OAuthException.class, () -> check.check(request(query)));
    assertThat(thrown).as(query).isNotNull();
    return thrown.error();
  }

  private static AuthorizeRequest request(String query) {
    return new AuthorizeRequest(flow(query), TestClients.unprotected("app"), TestClients.CALLBACK);
  }

  private static Flow flow(String query) {
    return Flow.of("/authorize", FormDecoder.parse(query), NOW);
  }
}
