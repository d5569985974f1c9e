package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** S24: scripts of a client's own origins may read its answers, and no others may. */
class CorsIT {

  private static final Server SERVER = Server.shared();
  private static final Http HTTP = new Http(SERVER);
  private static final String OWN = "http://127.0.0.1:9090";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  @ParameterizedTest
  @ValueSource(strings = {"/token", "/revoke", "/.well-known/oauth-authorization-server"})
  void aPreflightFromAClientsOriginIsAnswered(String path) {
    var answer = preflight(path, OWN);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header(ALLOWED)).isEqualTo(OWN);
    assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
    assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization");
    assertThat(answer.header("Vary")).contains("Origin");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9091",
        "https://127.0.0.1:9090",
        "http://localhost:9090",
        "http://127.0.0.1:9090.evil.example",
        "http://evil.example",
        "http://127.0.0.1:9090/",
        "null",
        "*"
      })
  void S24_aForeignOriginReadsNothing(String origin) {
    assertThat(preflight("/token", origin).header(ALLOWED)).isEmpty();
    assertThat(refresh(App.SPA.id(), origin).header(ALLOWED)).isEmpty();
    var metadata = HTTP.get("/.well-known/oauth-authorization-server", "Origin", origin);
    assertThat(metadata.header(ALLOWED)).isEmpty();
  }

  @Test
  void tokensAreReadByTheClientsOwnOriginWithoutCookies() {
    var flow = App.SPA.flow(SERVER);
    var code = flow.code(Person.of(SERVER, "bob"));
    var form =
        Http.form(
            "grant_type",
            "authorization_code",
            "client_id",
            App.SPA.id(),
            "code",
            code,
            "redirect_uri",
            App.SPA.redirectUri(),
            "code_verifier",
            flow.verifier());
    var answer = HTTP.post("/token", form, "Origin", OWN);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header(ALLOWED)).isEqualTo(OWN);
    assertThat(answer.header("Vary")).contains("Origin");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void errorsAreReadByTheClientsOwnOriginToo() {
    var answer = refresh(App.SPA.id(), OWN);
    assertThat(answer.error()).isEqualTo("invalid_grant");
    assertThat(answer.header(ALLOWED)).isEqualTo(OWN);
    assertThat(answer.header("Access-Control-Expose-Headers")).contains("Retry-After");
  }

  @Test
  void S24_anOriginOfAnotherClientReadsNothing() {
    var answer =
        HTTP.post(
            "/token",
            "grant_type=client_credentials",
            "Origin",
            OWN,
            "Authorization",
            Http.basic(App.MACHINE.id(), App.MACHINE.secret().get()));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header(ALLOWED)).isEmpty();
  }

  @Test
  void keysAndMetadataAreReadByEveryClientsOrigin() {
    for (var path :
        new String[] {"/.well-known/jwks.json", "/.well-known/oauth-authorization-server"}) {
      assertThat(HTTP.get(path, "Origin", OWN).header(ALLOWED)).isEqualTo(OWN);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/authorize", "/login", "/consent", "/admin/clients"})
  void S24_noScriptReadsAnAuthorizeRequestOrAPage(String path) {
    assertThat(preflight(path, OWN).header(ALLOWED)).isEmpty();
    var query = path.equals("/authorize") ? "?" + App.SPA.flow(SERVER).query() : "";
    assertThat(HTTP.get(path + query, "Origin", OWN).header(ALLOWED)).isEmpty();
    var bad = App.SPA.flow(SERVER).with("redirect_uri", "http://evil.example").query();
    assertThat(HTTP.get("/authorize?" + bad, "Origin", OWN).header(ALLOWED)).isEmpty();
  }

  private static Answer preflight(String path, String origin) {
    return HTTP.send(
        "OPTIONS",
        path,
        BodyPublishers.noBody(),
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "POST",
        "Access-Control-Request-Headers",
        "authorization");
  }

  private static Answer refresh(String client, String origin) {
    var form = "grant_type=refresh_token&refresh_token=x&client_id=" + client;
    return HTTP.post("/token", form, "Origin", origin);
  }
}
