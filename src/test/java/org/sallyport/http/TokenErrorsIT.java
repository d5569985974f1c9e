package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Errors of the token endpoint, RFC 6749 §5.2, and codes that are not usable, S08. */
class TokenErrorsIT {

  private static final Server SERVER = Server.shared();
  private static final Person ALICE = Person.of(SERVER, "alice");

  @ParameterizedTest
  @CsvSource({
    "'', invalid_request",
    "password, unsupported_grant_type",
    "urn:ietf:params:oauth:grant-type:device_code, unauthorized_client",
    "REFRESH_TOKEN, unsupported_grant_type",
    "client_credentials, unauthorized_client",
    "authorization_code, invalid_request",
    "refresh_token, invalid_request"
  })
  void aGrantTypeThatCannotBeServedHasItsOwnError(String type, String error) {
    assertError(App.WEB.post(SERVER, "/token", "grant_type", type), error);
  }

  @Test
  void aRequestWithoutAGrantTypeIsAnInvalidRequest() {
    assertError(App.WEB.post(SERVER, "/token"), "invalid_request");
  }

  @Test
  void aClientWithoutTheGrantIsUnauthorized() {
    var code = App.MACHINE.post(SERVER, "/token", "grant_type", "authorization_code", "code", "x");
    assertError(code, "unauthorized_client");
    var refresh = App.MACHINE.post(SERVER, "/token", "grant_type", "refresh_token");
    assertError(refresh, "unauthorized_client");
    var api = App.API.post(SERVER, "/token", "grant_type", "client_credentials");
    assertError(api, "unauthorized_client");
  }

  @Test
  void aPublicClientGetsNoTokenForItself() {
    var answer = App.SPA.post(SERVER, "/token", "grant_type", "client_credentials");
    assertError(answer, "unauthorized_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grant_type", "scope", "client_assertion", "unheard_of"})
  void S03_aRepeatedParameterIsRefused(String name) {
    var answer =
        App.MACHINE.post(
            SERVER, "/token", "grant_type", "client_credentials", name, "read", name, "read");
    assertError(answer, "invalid_request");
  }

  @Test
  void parametersInTheAddressDoNotCount() {
    var answer =
        new Http(SERVER)
            .post(
                "/token?grant_type=client_credentials",
                "",
                "Authorization",
                Http.basic(App.MACHINE.id(), App.MACHINE.secret().get()));
    assertError(answer, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "\u00e9", "0123456789"})
  void aCodeThatIsNoneIsAnInvalidGrant(String code) {
    assertError(App.WEB.flow(SERVER).redeem(code), "invalid_grant");
    assertError(App.WEB.flow(SERVER).redeem(code.repeat(1000)), "invalid_grant");
  }

  @Test
  void S08_aCodeRedeemedTwiceRevokesItsTokens() {
    var flow = App.WEB.flow(SERVER);
    var code = flow.code(ALICE);
    var tokens = flow.tokens(code);
    assertThat(isActive(tokens.getAccessToken().getValue())).isTrue();
    assertError(flow.redeem(code), "invalid_grant");
    assertThat(isActive(tokens.getAccessToken().getValue())).isFalse();
    var refresh = tokens.getRefreshToken().getValue();
    assertError(
        App.WEB.post(SERVER, "/token", "grant_type", "refresh_token", "refresh_token", refresh),
        "invalid_grant");
  }

  @Test
  void S08_anotherClientCanNeitherRedeemNorUseUpACode() {
    var flow = App.WEB.flow(SERVER);
    var code = flow.code(ALICE);
    var stolen = App.SPA.flow(SERVER).redeem(code, "code_verifier", flow.verifier());
    assertError(stolen, "invalid_grant");
    assertThat(flow.redeem(code).status()).isEqualTo(200);
  }

  @Test
  void aResourceThatWasNotGrantedIsAnInvalidTarget() {
    var flow = App.WEB.flow(SERVER);
    var answer = flow.redeem(flow.code(ALICE), "resource", "https://api.example.org");
    assertError(answer, "invalid_target");
  }

  private static boolean isActive(String token) {
    return App.API.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }

  static void assertError(Answer answer, String error) {
    assertThat(answer.error()).isEqualTo(error);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.text("error_description")).isNotEmpty();
  }
}
