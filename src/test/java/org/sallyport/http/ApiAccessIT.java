package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.AdminApi;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Who may call the API of administrators: living tokens for it, and nothing else. */
class ApiAccessIT {

  private static final Server SERVER = Server.shared();
  private static final String CLIENTS = "/admin/api/v1/clients";
  private static final String BOTH = "sallyport:admin sallyport:admin:read";
  private static final Administration ADMINISTRATION = new Administration(SERVER);

  @Test
  void whoSendsNoTokenIsAskedForOne() {
    var answer = new Http(SERVER).get(CLIENTS);
    assertProblem(answer, 401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"sallyport\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer nonsense", "Bearer a.b.c", "Basic YTpi", "Bearer", "bearer x y"})
  void whatIsNoTokenOfOursIsRefused(String header) {
    var answer = new Http(SERVER).get(CLIENTS, "Authorization", header);
    assertProblem(answer, 401);
    assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
  }

  @Test
  void aCookieAQueryOrAFormNeverStandsForAToken() {
    var cookies =
        ADMINISTRATION.administrator().cookies().entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    assertThat(cookies).isNotEmpty();
    assertThat(new Http(SERVER).get(CLIENTS, "Cookie", cookies).status()).isEqualTo(401);
    var token = AdminApi.of(SERVER, BOTH).token();
    assertThat(new Http(SERVER).get(CLIENTS + "?access_token=" + token).status()).isEqualTo(401);
    var form = Http.form("access_token", token);
    assertThat(new Http(SERVER).post(CLIENTS, form).status()).isIn(401, 415);
  }

  @Test
  void aTokenWithoutTheScopeIsToldWhichOneIsNeeded() {
    var other =
        App.MACHINE.post(SERVER, "/token", "grant_type", "client_credentials").text("access_token");
    var reading = new AdminApi(SERVER, other).get("/clients");
    assertProblem(reading, 403);
    assertThat(reading.header("WWW-Authenticate"))
        .contains("error=\"insufficient_scope\"", "scope=\"sallyport:admin:read\"");
    var seeing = AdminApi.of(SERVER, "sallyport:admin:read");
    assertThat(seeing.get("/clients").status()).isEqualTo(200);
    var writing = seeing.post("/clients", "{}");
    assertProblem(writing, 403);
    assertThat(writing.header("WWW-Authenticate")).contains("scope=\"sallyport:admin\"");
  }

  @Test
  void aTokenForAnotherResourceIsRefusedEvenWhereItIsForThisServerToo() {
    var other = machine("Other audience", "resources", "https://files.example/");
    for (var more : new String[][] {{}, {"resource", SERVER.issuer().toString()}}) {
      var form = new ArrayList<>(List.of("grant_type", "client_credentials"));
      form.addAll(List.of("scope", "sallyport:admin"));
      form.addAll(List.of("resource", "https://files.example/"));
      form.addAll(List.of(more));
      var token = other.post(SERVER, "/token", form.toArray(String[]::new)).text("access_token");
      assertThat(token).isNotEmpty();
      assertThat(new AdminApi(SERVER, token).get("/clients").status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwt", "opaque"})
  void aTokenEndsAtOnceWithItselfItsScopeOrItsClient(String format) {
    var app = machine("Ends at once " + format, "token_format", format);
    var api = new AdminApi(SERVER, token(app));
    assertThat(api.get("/clients").status()).isEqualTo(200);
    assertThat(app.post(SERVER, "/revoke", "token", api.token()).status()).isEqualTo(200);
    assertThat(api.get("/clients").status()).isEqualTo(401);
    var second = new AdminApi(SERVER, token(app));
    var path = "/clients/" + app.id();
    assertThat(second.patch(path, "{\"scopes\":[\"read\"]}").status()).isEqualTo(200);
    assertThat(second.get("/clients").status()).isEqualTo(403);
    var demo = AdminApi.of(SERVER, "sallyport:admin");
    assertThat(demo.patch(path, "{\"scopes\":[\"sallyport:admin\"]}").status()).isEqualTo(200);
    assertThat(second.get("/clients").status()).isEqualTo(200);
    assertThat(demo.patch(path, "{\"active\":false}").status()).isEqualTo(200);
    assertThat(second.get("/clients").status()).isEqualTo(401);
  }

  @Test
  void aPersonWhoIsNoAdministratorNeverGetsTheScope() {
    var app = appOfPeople("For administrators");
    var flow = app.flow(SERVER).with("scope", "read sallyport:admin");
    assertThat(flow.error(Person.of(SERVER, "bob").allow(flow.address())))
        .isEqualTo("invalid_scope");
    var other = app.flow(SERVER).with("scope", "read sallyport:admin");
    var token = other.tokens(Person.of(SERVER, "admin")).getAccessToken().getValue();
    assertThat(new AdminApi(SERVER, token).get("/clients").status()).isEqualTo(200);
  }

  @Test
  void S17_whatAFormerAdministratorGaveDoesNotWakeWithTheRight() {
    var api = AdminApi.of(SERVER, BOTH);
    var made =
        api.post(
            "/users",
            """
            {"username":"Former","password":"once an administrator","administrator":true,
             "must_change_password":false}\
            """);
    var path = "/users/" + made.text("id");
    var former = Person.with(SERVER, "former", "once an administrator");
    var app = appOfPeople("For a former one");
    var flow = app.flow(SERVER).with("scope", "read sallyport:admin");
    var tokens = flow.tokens(former);
    var theirs = new AdminApi(SERVER, tokens.getAccessToken().getValue());
    assertThat(theirs.get("/clients").status()).isEqualTo(200);
    for (var administrator : List.of(false, true)) {
      var patch = "{\"administrator\":%s}".formatted(administrator);
      assertThat(api.patch(path, patch).status()).isEqualTo(200);
      assertThat(theirs.get("/clients").status()).isEqualTo(401);
    }
    var refresh = tokens.getRefreshToken().getValue();
    TokenErrorsIT.assertError(
        app.post(SERVER, "/token", "grant_type", "refresh_token", "refresh_token", refresh),
        "invalid_grant");
    assertThat(api.delete(path).status()).isEqualTo(204);
  }

  @Test
  void noScriptOfAnotherOriginMayCallIt() {
    var answer =
        new Http(SERVER)
            .send(
                "OPTIONS",
                CLIENTS,
                BodyPublishers.noBody(),
                "Origin",
                "http://127.0.0.1:9090",
                "Access-Control-Request-Method",
                "GET");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(
            AdminApi.of(SERVER, BOTH)
                .get("/clients", "Origin", "http://127.0.0.1:9090")
                .header("Access-Control-Allow-Origin"))
        .isEmpty();
  }

  @Test
  void whatIsNotServedIsAProblemDocumentForBrowsersToo() {
    var api = AdminApi.of(SERVER, BOTH);
    assertProblem(api.get("/nothing", "Accept", "text/html"), 404);
    assertProblem(api.send("PUT", "/clients", BodyPublishers.noBody()), 405);
    assertProblem(
        api.send("POST", "/clients", BodyPublishers.ofString("x"), "Content-Type", "text/plain"),
        415);
    assertProblem(api.post("/clients", " ".repeat(70_000)), 413);
  }

  static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().getInt("status")).isEqualTo(status);
    assertThat(answer.json().keySet()).contains("type", "title", "detail");
  }

  private static App machine(String name, String... more) {
    var fields =
        Stream.of(new String[] {"name", name, "type", "machine", "scopes", "sallyport:admin"}, more)
            .flatMap(Stream::of);
    return ADMINISTRATION.register("", fields.toArray(String[]::new));
  }

  private static App appOfPeople(String name) {
    var uri = App.WEB.redirectUri();
    return ADMINISTRATION.register(
        uri, "name", name, "type", "web", "redirect_uris", uri, "scopes", "read sallyport:admin");
  }

  private static String token(App app) {
    return app.post(
            SERVER, "/token", "grant_type", "client_credentials", "scope", "sallyport:admin")
        .text("access_token");
  }
}
