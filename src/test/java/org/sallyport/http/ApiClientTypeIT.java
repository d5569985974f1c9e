package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.http.ApiAccessIT.assertProblem;

import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.testing.AdminApi;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** A client begins to keep a secret, or gives it up, with all that follows for what it has. */
class ApiClientTypeIT {

  private static final Server SERVER = Server.shared();
  private static AdminApi api;
  private static Person bob;

  @BeforeAll
  static void begin() {
    api = AdminApi.of(SERVER, "sallyport:admin");
    bob = Person.of(SERVER, "bob").loggedIn();
  }

  private static App register(String type, String more) {
    var body =
        """
        {"type":"%s","client_name":"Turns","redirect_uris":["%s"],"scopes":["read"]%s}\
        """;
    var made = api.post("/clients", body.formatted(type, App.WEB.redirectUri(), more));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    var secret = Optional.of(made.text("client_secret")).filter(text -> !text.isEmpty());
    return new App(made.text("client_id"), secret, App.WEB.redirectUri());
  }

  private static String path(App app) {
    return "/clients/" + app.id();
  }

  private static Answer turn(App app, String type) {
    var answer = api.patch(path(app), "{\"type\":\"" + type + "\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.text("type")).isEqualTo(type);
    assertThat(answer.header("ETag")).isEqualTo(api.get(path(app)).header("ETag"));
    return answer;
  }

  private static App with(App app, String secret) {
    return new App(app.id(), Optional.ofNullable(secret), app.redirectUri());
  }

  private static Answer refresh(App app, String token) {
    return app.post(SERVER, "/token", "grant_type", "refresh_token", "refresh_token", token);
  }

  private static void assertRefused(Answer answer, String error) {
    assertThat(answer.error()).as(answer.body()).isEqualTo(error);
  }

  private static boolean isActive(String token) {
    return App.API.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }

  @ParameterizedTest
  @CsvSource({"native, jwt", "spa, opaque"})
  void whoGivesUpItsSecretLosesAllThatItProvedWithIt(String type, String format) {
    var app = register("web", ",\"token_format\":\"" + format + "\"");
    var tokens = app.flow(SERVER).tokens(bob);
    var waiting = app.flow(SERVER);
    var code = waiting.code(bob);
    var changed = turn(app, type);
    assertThat(changed.json().getBoolean("confidential")).isFalse();
    assertThat(changed.json().isNull("client_secret")).isTrue();
    assertThat(api.get(path(app) + "/secrets").json().getInt("total")).isZero();
    var open = with(app, null);
    var refresh = tokens.getRefreshToken().getValue();
    assertRefused(refresh(app, refresh), "invalid_client");
    assertRefused(refresh(open, refresh), "invalid_grant");
    assertThat(isActive(tokens.getAccessToken().getValue())).isFalse();
    var verified = open.flow(SERVER).redeem(code, "code_verifier", waiting.verifier());
    assertRefused(verified, "invalid_grant");
    assertThat(bob.open(open.flow(SERVER).address()).has("allow")).as("bob is asked").isTrue();
    var next = open.flow(SERVER).tokens(bob);
    assertThat(isActive(next.getAccessToken().getValue())).isTrue();
    assertThat(refresh(open, next.getRefreshToken().getValue()).status()).isEqualTo(200);
  }

  @Test
  void whoGetsASecretGoesOnWithWhatItHasAndNobodyElseDoes() {
    var app = register("spa", "");
    var tokens = app.flow(SERVER).tokens(bob);
    var changed = turn(app, "web");
    var secret = changed.text("client_secret");
    assertThat(secret).matches("[0-9A-Za-z]{64}");
    assertThat(changed.json().getBoolean("confidential")).isTrue();
    assertThat(api.get(path(app)).body()).doesNotContain(secret);
    assertThat(api.patch(path(app), "{\"publisher\":\"Later\"}").body()).doesNotContain(secret);
    assertThat(api.get(path(app) + "/secrets").json().getInt("total")).isOne();
    var refresh = tokens.getRefreshToken().getValue();
    assertRefused(refresh(app, refresh), "invalid_client");
    assertThat(refresh(with(app, secret), refresh).status()).isEqualTo(200);
    assertThat(isActive(tokens.getAccessToken().getValue())).isTrue();
  }

  @Test
  void aSecretFromBeforeNeverComesBack() {
    var app = register("web", "");
    turn(app, "native");
    var again = turn(app, "web").text("client_secret");
    assertRefused(refresh(app, "none"), "invalid_client");
    assertRefused(refresh(with(app, again), "none"), "invalid_grant");
    assertThat(api.get(path(app) + "/secrets").json().getInt("total")).isOne();
  }

  @Test
  void itIsSwitchedOffInTheSameStep() {
    var app = register("web", "");
    var off = api.patch(path(app), "{\"type\":\"native\",\"active\":false}");
    assertThat(off.status()).as(off.body()).isEqualTo(200);
    assertThat(off.text("type")).isEqualTo("native");
    assertThat(off.json().getBoolean("active")).isFalse();
    var on = api.patch(path(app), "{\"type\":\"web\",\"active\":true}");
    assertRefused(refresh(with(app, on.text("client_secret")), "none"), "invalid_grant");
  }

  @Test
  void betweenPublicKindsNothingEnds() {
    var app = register("spa", "");
    var tokens = app.flow(SERVER).tokens(bob);
    assertThat(turn(app, "native").json().isNull("client_secret")).isTrue();
    assertThat(refresh(app, tokens.getRefreshToken().getValue()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "web, machine",
    "web, api",
    "web, device",
    "spa, machine",
    "spa, device",
    "native, api",
    "machine, web",
    "machine, native",
    "device, native",
    "device, web"
  })
  void otherKindsStay(String type, String other) {
    var app = register(type, "");
    var answer = api.patch(path(app), "{\"type\":\"" + other + "\"}");
    assertProblem(answer, 422);
    assertThat(ApiClientsIT.fields(answer)).containsExactly("type");
    assertThat(api.get(path(app)).text("type")).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"grant_types\":[\"authorization_code\",\"refresh_token\",\"client_credentials\"]|\"grant_types\":[\"authorization_code\",\"refresh_token\"]|grant_types",
        "\"may_introspect\":true|\"may_introspect\":false|may_introspect",
        "\"redirect_uris\":[\"https://a.example/\"],\"allow_missing_pkce\":true|\"allow_missing_pkce\":false|allow_missing_pkce"
      })
  void whatNeedsASecretIsGivenUpWithIt(String needing, String without, String field) {
    var app = register("web", "");
    assertThat(api.patch(path(app), "{" + needing + "}").status()).isEqualTo(200);
    var refused = api.patch(path(app), "{\"type\":\"native\"}");
    assertProblem(refused, 422);
    assertThat(ApiClientsIT.fields(refused)).containsExactly(field);
    assertRefused(refresh(app, "none"), "invalid_grant"); // its secret is right still
    var given = api.patch(path(app), "{\"type\":\"native\"," + without + "}");
    assertThat(given.status()).as(given.body()).isEqualTo(200);
    assertRefused(refresh(app, "none"), "invalid_client");
  }

  @Test
  void whoChangesSecondIsToldAndNothingEnds() {
    var app = register("web", "");
    var seen = api.get(path(app)).header("ETag");
    assertThat(api.patch(path(app), "{\"publisher\":\"First\"}").status()).isEqualTo(200);
    assertProblem(api.patch(path(app), seen, "{\"type\":\"native\"}"), 412);
    assertRefused(refresh(app, "none"), "invalid_grant");
  }

  @Test
  void aFormThatWasOpenMeanwhileDoesNotGiveItsKindBack() {
    var app = register("web", "");
    var administrator = new Administration(SERVER).administrator();
    var form = administrator.open("/admin/clients/edit?id=" + app.id());
    assertThat(form.body()).contains("sallyport client modify");
    turn(app, "native");
    assertThat(administrator.press(form, "save", "name", "Typed before").body())
        .contains("The changes are saved");
    var shown = api.get(path(app));
    assertThat(shown.text("client_name")).isEqualTo("Typed before");
    assertThat(shown.text("type")).isEqualTo("native");
  }

  @Test
  void theAuditHasTheKindBeforeAndAfterAndWhatEnded() {
    var app = register("web", "");
    turn(app, "native");
    var secret = turn(app, "web").text("client_secret");
    var administrator = new Administration(SERVER).administrator();
    var export = administrator.get("/admin/audit/export.json?q=" + app.id()).body();
    assertThat(export)
        .contains("ClientChanged", "ClientSecretEnded", "GrantsRevoked", "ClientSecretAdded")
        .containsPattern("type[^}]*web[^}]*}[^}]*type[^}]*native")
        .doesNotContain(secret, app.secret().orElseThrow());
  }
}
