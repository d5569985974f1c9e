package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.PathSegment;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.AdminApi;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** What ownCloud and League kept, taken over by the API. */
class ImportsIT {

  private static final Server SERVER = Server.shared();
  private static final Http HTTP = new Http(SERVER);
  private static final String TOKEN = token("sallyport:admin");
  private static final String CALLBACK = "https://files.example.org/callback";
  private static final String OWNCLOUD = "/index.php/apps/oauth2";

  private final App app = new App(Randomness.secret(), Optional.of(Randomness.secret()), CALLBACK);

  @Test
  void anApplicationOfOwnCloudLogsInWithItsBaseUrlAloneChanged() {
    var report = imported("owncloud", Map.of("clients", List.of(client())));
    assertThat(report.getInt("imported")).isEqualTo(1);
    var flow = app.flow(SERVER).without("code_challenge").without("code_challenge_method");
    var alice = Person.of(SERVER, "alice");
    var page = alice.logIn(alice.open(OWNCLOUD + "/authorize?" + flow.query()));
    var code = flow.code(page.has("allow") ? alice.press(page, "allow") : page);
    var first = redeem(code);
    assertThat(first.text("user_id")).isEqualTo("alice");
    assertThat(first.text("access_token")).matches("[0-9A-Za-z]{64}");
    assertThat(refresh(first.text("refresh_token")).text("access_token")).isNotEmpty();
  }

  private Answer redeem(String code) {
    return app.post(
        SERVER,
        OWNCLOUD + "/api/v1/token",
        "grant_type",
        "authorization_code",
        "code",
        code,
        "redirect_uri",
        CALLBACK);
  }

  @Test
  void S09_aRefreshTokenOfOwnCloudWorksOnceAndBecomesOurs() {
    var old = Randomness.secret();
    var rows = aliceWith(old);
    assertThat(imported("owncloud", rows).getInt("imported")).isEqualTo(2);
    var first = refresh(old);
    assertThat(first.text("user_id")).isEqualTo("alice");
    var second = refresh(first.text("refresh_token"));
    assertThat(second.status()).isEqualTo(200);
    assertThat(refresh(old).error()).isEqualTo("invalid_grant");
    assertThat(refresh(second.text("refresh_token")).error()).isEqualTo("invalid_grant");
    var again = imported("owncloud", rows);
    assertThat(again.getInt("imported")).isZero();
    assertThat(again.getInt("already_there")).isEqualTo(2);
    assertThat(refresh(old).error()).as("stays ended").isEqualTo("invalid_grant");
  }

  @Test
  void anImportedRefreshTokenIsShownAndRevokedAsOneOfOurs() {
    var old = Randomness.secret();
    imported("owncloud", aliceWith(old));
    assertThat(app.post(SERVER, "/introspect", "token", old).json().getBoolean("active")).isTrue();
    assertThat(app.post(SERVER, "/revoke", "token", old).status()).isEqualTo(200);
    assertThat(app.post(SERVER, "/introspect", "token", old).json().getBoolean("active")).isFalse();
    assertThat(refresh(old).error()).isEqualTo("invalid_grant");
  }

  @Test
  void S09_aTokenIsNoNewOneWhenItsClientAndPersonHaveGoneAndComeAgain() {
    var name = name();
    var old = Randomness.secret();
    var rows =
        Map.of(
            "clients",
            List.of(client()),
            "users",
            List.of(Map.of("uid", name, "password", hash("x"))),
            "refresh_tokens",
            List.of(token(old, name)));
    assertThat(imported("owncloud", rows).getInt("imported")).isEqualTo(3);
    assertThat(refresh(old).text("user_id")).isEqualTo(name);
    var api = AdminApi.of(SERVER, "sallyport:admin");
    assertThat(api.delete("/clients/" + app.id()).status()).isEqualTo(204);
    var people = api.get("/users?query=" + name).json().getJsonArray("items");
    var person = people.getJsonObject(0).getString("id");
    assertThat(api.delete("/users/" + person).status()).isEqualTo(204);
    var again = imported("owncloud", rows);
    assertThat(again.getInt("imported")).as("client and person").isEqualTo(2);
    assertThat(again.getInt("already_there")).isEqualTo(1);
    assertThat(refresh(old).error()).isEqualTo("invalid_grant");
  }

  @Test
  void aDryRunWritesNothingAndSaysTheSame() {
    var name = name();
    var rows =
        Map.<String, Object>of(
            "dry_run",
            true,
            "clients",
            List.of(client()),
            "users",
            List.of(Map.of("uid", name, "password", hash("x"))),
            "refresh_tokens",
            List.of(
                Map.of(
                    "token",
                    Randomness.secret(),
                    "client",
                    app.id(),
                    "user_id",
                    name,
                    "planned_client",
                    "true",
                    "planned_user",
                    "true")));
    for (var run = 0; run < 2; run++) {
      var report = imported("owncloud", rows);
      assertThat(report.getBoolean("dry_run")).isTrue();
      assertThat(report.getInt("imported")).isEqualTo(3);
    }
    assertThat(refresh("x").error()).isEqualTo("invalid_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1|", ""})
  void peopleLogInWithTheirPasswordsMoreThanOnce(String beginning) {
    var name = name();
    var person = Map.of("uid", name, "password", beginning + hash("a password of before"));
    assertThat(imported("owncloud", Map.of("users", List.of(person))).getInt("imported"))
        .isEqualTo(1);
    for (var login = 0; login < 2; login++) {
      assertThat(isLetIn(name, "a password of before")).isTrue();
    }
    assertThat(isLetIn(name, "another password")).isFalse();
    var again = imported("owncloud", Map.of("users", List.of(person)));
    assertThat(again.getInt("already_there")).isEqualTo(1);
  }

  @Test
  void S17_whoeverWasDisabledThereIsDisabledHere() {
    var name = name();
    var row = Map.of("uid", name, "password", hash("before"), "enabled", "false");
    var report = imported("owncloud", Map.of("users", List.of(row)));
    assertThat(report.toString()).contains("was switched off");
    assertThat(isLetIn(name, "before")).isFalse();
    var token = Map.of("client", app.id(), "token", Randomness.secret(), "user_id", name);
    var tokens = imported("owncloud", with(client(), "refresh_tokens", List.of(token)));
    assertThat(tokens.getInt("skipped")).isEqualTo(1);
    assertThat(tokens.toString()).contains("switched off").doesNotContain(token.get("token"));
  }

  @Test
  void S22_aClientOfAnyIdIsReachedByTheApi() {
    var id = "a/../%2e;~" + Randomness.name();
    var row = new HashMap<>(client());
    row.put("identifier", id);
    assertThat(imported("owncloud", Map.of("clients", List.of(row))).getInt("imported")).isOne();
    var api = AdminApi.of(SERVER, "sallyport:admin");
    var path = "/clients/" + PathSegment.of(id);
    assertThat(api.get(path).text("client_id")).isEqualTo(id);
    assertThat(api.patch(path, "{\"publisher\":\"Example\"}").status()).isEqualTo(200);
    var added = api.post(path + "/secrets", "{\"keep_old\":\"P1D\"}");
    assertThat(added.header("Location")).contains(path + "/secrets/");
    assertThat(api.get(path + "/secrets").json().getInt("total")).isEqualTo(2);
    assertThat(api.delete(path).status()).isEqualTo(204);
    assertThat(api.get(path).status()).isEqualTo(404);
  }

  @Test
  void aRefreshTokenOfNobodyIsSkippedAndSaid() {
    var rows = with(client(), "refresh_tokens", List.of(token(Randomness.secret(), name())));
    var report = imported("owncloud", rows);
    assertThat(report.getInt("skipped")).isEqualTo(1);
    assertThat(report.toString()).contains("Nobody here has that name");
  }

  @Test
  void aSecretThatLeagueHashedGoesOnWorking() {
    var row =
        Map.of(
            "identifier",
            app.id(),
            "name",
            "League's",
            "secret",
            hash(app.secret().orElseThrow()),
            "grants",
            "client_credentials",
            "scopes",
            "read");
    var report = imported("league", Map.of("clients", List.of(row)));
    assertThat(report.toString()).contains("becomes a digest when it is used first");
    assertThat(own("wrong").error()).isEqualTo("invalid_client");
    for (var use = 0; use < 3; use++) {
      assertThat(own(app.secret().get()).text("access_token")).isNotEmpty();
    }
    assertThat(own("wrong").error()).isEqualTo("invalid_client");
  }

  private Answer own(String secret) {
    return new App(app.id(), Optional.of(secret), CALLBACK)
        .post(SERVER, "/token", "grant_type", "client_credentials", "scope", "read");
  }

  @Test
  void aScopeThatIsMissingIsMadeAndNamed() {
    var scope = "scope-" + Randomness.name().replaceAll("[^A-Za-z0-9]", "x");
    var row =
        Map.of(
            "identifier",
            app.id(),
            "secret",
            app.secret().orElseThrow(),
            "grants",
            "client_credentials",
            "scopes",
            scope);
    var report = imported("league", Map.of("clients", List.of(row)));
    assertThat(report.getInt("imported")).isEqualTo(2);
    var token = app.post(SERVER, "/token", "grant_type", "client_credentials", "scope", scope);
    assertThat(token.text("scope")).isEqualTo(scope);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"clients\":[{\"identifier\":\"a\",\"evil\":\"b\"}]}",
        "{\"clients\":[{\"name\":\"without an id\"}]}",
        "{\"clients\":{}}",
        "{\"unknown\":[]}",
        "{\"scopes\":[\"sallyport:admin\"]}",
        "{\"scopes\":[\"a b\"]}"
      })
  void S16_aBatchThatIsNoneImportsNothing(String body) {
    assertThat(send("owncloud", body, TOKEN).status()).isEqualTo(422);
  }

  @Test
  void S16_onlyATokenForAdministrationImports() {
    var body = "{\"users\":[]}";
    assertThat(send("owncloud", body, "none").status()).isEqualTo(401);
    assertThat(send("owncloud", body, token("sallyport:admin:read")).status()).isEqualTo(403);
  }

  private Map<String, String> client() {
    return Map.of(
        "identifier",
        app.id(),
        "secret",
        app.secret().orElseThrow(),
        "name",
        "Files",
        "redirect_uri",
        CALLBACK,
        "allow_subdomains",
        "false",
        "trusted",
        "false");
  }

  private static Map<String, Object> with(Map<String, String> client, String kind, Object rows) {
    return Map.of("clients", List.of(client), kind, rows);
  }

  /** She was not imported: her store is named. */
  private Map<String, Object> aliceWith(String token) {
    return Map.of(
        "store",
        "built-in",
        "clients",
        List.of(client()),
        "refresh_tokens",
        List.of(token(token, "alice")));
  }

  @Test
  void S17_aNamesakeGetsNobodysTokens() {
    var rows = with(client(), "refresh_tokens", List.of(token(Randomness.secret(), "alice")));
    var report = imported("owncloud", rows);
    assertThat(report.getInt("skipped")).isEqualTo(1);
    assertThat(report.toString()).contains("whom no import has made");
  }

  private Map<String, String> token(String text, String username) {
    return Map.of("token", text, "client", app.id(), "user_id", username);
  }

  private Answer refresh(String token) {
    var path = OWNCLOUD + "/api/v1/token";
    return app.post(SERVER, path, "grant_type", "refresh_token", "refresh_token", token);
  }

  private static boolean isLetIn(String name, String password) {
    var person = Person.with(SERVER, name, password);
    return !person.logIn(person.open("/login")).has("login");
  }

  private static String name() {
    return "moved-" + Randomness.name();
  }

  private static String hash(String text) {
    return BcryptFunction.getInstance(Bcrypt.Y, 4).hash(text).getResult();
  }

  private static JsonObject imported(String system, Map<String, ?> rows) {
    var body = Json.object(Map.copyOf(rows)).build().toString();
    var answer = send(system, body, TOKEN);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static Answer send(String system, String body, String token) {
    return HTTP.send(
        "POST",
        "/admin/api/v1/imports/" + system,
        BodyPublishers.ofString(body),
        "Content-Type",
        "application/json",
        "Authorization",
        "Bearer " + token);
  }

  private static String token(String scope) {
    return App.confidential("demo-admin", "demo-admin-secret-0123456789abcdef0123456789abc")
        .post(SERVER, "/token", "grant_type", "client_credentials", "scope", scope)
        .text("access_token");
  }
}
