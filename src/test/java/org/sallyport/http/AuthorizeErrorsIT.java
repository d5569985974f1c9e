package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Errors that go back to the client with {@code state} and {@code iss}, RFC 6749 §4.1.2.1. */
class AuthorizeErrorsIT {

  private static final Server SERVER = Server.shared();

  private final Person person = Person.of(SERVER, "alice");

  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type",
    "response_type, code token, unsupported_response_type",
    "response_type, none, unsupported_response_type",
    "response_type, CODE, unsupported_response_type",
    "response_type, '', invalid_request",
    "response_mode, fragment, invalid_request",
    "scope, unknown, invalid_scope",
    "scope, read unknown, invalid_scope",
    "scope, 'read\"', invalid_scope",
    "scope, rëad, invalid_scope",
    "resource, https://api.example.org, invalid_target",
    "resource, not a URI, invalid_target",
    "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
    "request_uri, https://evil.example/r, request_uri_not_supported",
    "prompt, none, login_required"
  })
  void aParameterThatIsWrongHasItsOwnError(String name, String value, String error) {
    var flow = App.WEB.flow(SERVER).with(name, value);
    assertThat(flow.error(person.open(flow.address()))).isEqualTo(error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"response_type", "scope", "prompt", "nonce", "code_challenge", "max_age"})
  void S03_aRepeatedParameterIsRefused(String name) {
    var flow = App.WEB.flow(SERVER).with(name, "a", "b");
    assertThat(flow.error(person.open(flow.address()))).isEqualTo("invalid_request");
  }

  @Test
  void S03_aRepeatedStateIsRefusedAndNotSentBack() {
    var flow = App.WEB.flow(SERVER).with("state", "one", "two");
    var address = person.open(flow.address()).address().toString();
    assertThat(address).contains("error=invalid_request").doesNotContain("state=");
  }

  @Test
  void aMissingResponseTypeIsAnInvalidRequest() {
    var flow = App.WEB.flow(SERVER).without("response_type");
    assertThat(flow.error(person.open(flow.address()))).isEqualTo("invalid_request");
  }

  @Test
  void aScopeOfTheServerThatTheClientMayNotHaveIsRefused() {
    var app =
        new Administration(SERVER)
            .register(
                App.SPA.redirectUri(),
                "name",
                "Reader",
                "type",
                "public",
                "grant_types",
                "authorization_code",
                "redirect_uris",
                App.SPA.redirectUri(),
                "scopes",
                "read");
    var flow = app.flow(SERVER).with("scope", "read write");
    assertThat(flow.error(person.open(flow.address()))).isEqualTo("invalid_scope");
  }

  @Test
  void aClientWithoutTheCodeGrantIsUnauthorized() {
    var app =
        new Administration(SERVER)
            .register(
                App.SPA.redirectUri(),
                "name",
                "Machine with an address",
                "type",
                "confidential",
                "grant_types",
                "client_credentials",
                "redirect_uris",
                App.SPA.redirectUri(),
                "scopes",
                "read");
    var flow = app.flow(SERVER);
    assertThat(flow.error(person.open(flow.address()))).isEqualTo("unauthorized_client");
  }

  @Test
  void aStateOf1024BytesIsCarriedAndALongerOneRefused() {
    var longest = App.WEB.flow(SERVER).with("state", "s".repeat(1024));
    assertThat(person.allow(longest.address()).address().toString())
        .contains("code=", "state=" + "s".repeat(1024) + "&");
    var longer = App.WEB.flow(SERVER).with("state", "s".repeat(1025));
    assertThat(person.open(longer.address()).address().toString())
        .contains("error=invalid_request")
        .doesNotContain("sss");
  }

  @Test
  void aStateComesBackAsItWasSent() {
    var state = "a b+c&d=e%25?#ü\"<>'\r\nX: y";
    var page =
        person.open(App.WEB.flow(SERVER).with("state", state).with("prompt", "none").address());
    assertThat(page.address().getRawQuery()).contains("state=" + Http.encode(state) + "&iss=");
  }

  @Test
  void aRequestThatIsTooLongToCarryIsRefused() {
    var flow = App.WEB.flow(SERVER).with("state", "s").with("nonce", "n".repeat(1025));
    assertThat(person.open(flow.address()).address().toString()).contains("error=invalid_request");
    var resources = new String[60];
    Arrays.fill(resources, SERVER.issuer().toString());
    var many = App.WEB.flow(SERVER).with("resource", resources).with("nonce", "n".repeat(1000));
    many.with("state", "s".repeat(1000));
    assertThat(new Http(SERVER).post("/authorize", many.query()).header("Location"))
        .contains("error=invalid_request");
  }

  @Test
  void S23_theWayBackIsA303ThatNobodyKeeps() {
    var answer = person.get(App.WEB.flow(SERVER).with("prompt", "none").address());
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void anUnknownParameterIsIgnored() {
    var flow = App.WEB.flow(SERVER).with("utm_source", "a", "b");
    assertThat(flow.code(person)).isNotEmpty();
  }
}
