package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** An application made for ownCloud, whose base URL alone was changed. */
class OwnCloudIT {

  private static final Server SERVER = Server.shared();
  private static final Http HTTP = new Http(SERVER);
  private static final String REDIRECT = "http://localhost:49152";

  private static final App DESKTOP =
      new Administration(SERVER)
          .register(
              REDIRECT,
              "name",
              "Desktop",
              "type",
              "web",
              "redirect_uris",
              "http://localhost",
              "scopes",
              "read",
              "allow_localhost",
              "true",
              "response_profile",
              "owncloud",
              "token_format",
              "opaque");

  @ParameterizedTest
  @ValueSource(strings = {"/index.php/apps/oauth2", "/apps/oauth2"})
  void itGetsItsTokensAtTheAddressesThatItKnows(String base) {
    var flow = DESKTOP.flow(SERVER).with("user", "alice");
    var alice = Person.of(SERVER, "alice");
    var page = alice.logIn(alice.open(base + "/authorize?" + flow.query()));
    var code = flow.code(page.has("allow") ? alice.press(page, "allow") : page);
    var first =
        DESKTOP.post(
            SERVER,
            base + "/api/v1/token",
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            REDIRECT,
            "code_verifier",
            flow.verifier());
    assertThat(first.text("user_id")).isEqualTo("alice");
    var next =
        DESKTOP.post(
            SERVER,
            base + "/api/v1/token",
            "grant_type",
            "refresh_token",
            "refresh_token",
            first.text("refresh_token"));
    assertThat(next.text("access_token")).matches("[0-9A-Za-z]{64}");
    assertThat(next.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
    var done = HTTP.get(first.text("message_url"));
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body()).contains("<h1>You are connected</h1>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/index.php/apps/oauth2", "/apps/oauth2"})
  void errorsAreThoseOfTheEndpoints(String base) {
    var alice = Person.of(SERVER, "alice");
    var flow = DESKTOP.flow(SERVER);
    RedirectIT.assertPage(alice.get(base + "/authorize?" + flow.with("client_id", "x").query()));
    var token = DESKTOP.flow(SERVER).with("response_type", "token");
    assertThat(token.error(alice.open(base + "/authorize?" + token.query())))
        .isEqualTo("unsupported_response_type");
    var refused = HTTP.post(base + "/api/v1/token", "grant_type=password");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.error()).isEqualTo("invalid_client");
    assertThat(HTTP.get(base + "/api/v1/token").status()).isEqualTo(405);
  }

  @Test
  void S24_noOtherOriginReadsTheAuthorizeAddress() {
    for (var base : List.of("/index.php/apps/oauth2", "/apps/oauth2")) {
      var answer = HTTP.get(base + "/authorize", "Origin", "http://127.0.0.1:9090");
      assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/index.php/authorize",
        "/index.php/apps/oauth2",
        "/index.php/apps/oauth2/token",
        "/apps/oauth2/clients",
        "/apps/authorize",
        "/x/apps/oauth2/authorize"
      })
  void nothingElseOfOwnCloudIsServed(String path) {
    assertThat(HTTP.get(path).status()).isEqualTo(404);
  }
}
