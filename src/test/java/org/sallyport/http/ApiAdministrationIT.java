package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.http.ApiAccessIT.assertProblem;
import static org.sallyport.http.ApiClientsIT.fields;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.AdminApi;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Programs keep people, scopes and what was granted, by the rules of the pages. */
class ApiAdministrationIT {

  private static final Server SERVER = Server.shared();
  private static final String PASSWORD = "a long enough first one";
  private static final String ON = "{\"active\":true}";
  private static final String OFF = "{\"active\":false}";
  private static AdminApi api;
  private static String admin;

  @BeforeAll
  static void askForAToken() {
    api = AdminApi.of(SERVER, "sallyport:admin");
    admin = users("/users?query=admin&role=administrator").get(0);
  }

  @Test
  void aPersonIsAddedSignsInIsSwitchedOffAndRemoved() {
    var made =
        api.post(
            "/users",
            """
            {"username":"Dora","password":"%s","must_change_password":false}\
            """
                .formatted(PASSWORD));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().isNull("reset_link")).isTrue();
    assertThat(made.body()).doesNotContain(PASSWORD);
    var path = "/users/" + made.text("id");
    var tokens = App.WEB.flow(SERVER).tokens(Person.with(SERVER, "dora", PASSWORD));
    assertThat(isActive(tokens.getAccessToken().getValue())).isTrue();
    assertThat(api.patch(path, "{\"active\":false}").status()).isEqualTo(200);
    assertThat(isActive(tokens.getAccessToken().getValue())).isFalse();
    var renamed = api.patch(path, "{\"active\":true,\"username\":\"Dorothy\"}");
    assertThat(renamed.text("username")).isEqualTo("Dorothy");
    assertThat(api.get("/users?query=doroth").json().getInt("total")).isEqualTo(1);
    assertThat(api.delete(path).status()).isEqualTo(204);
    assertProblem(api.get(path), 404);
  }

  @Test
  void aPersonWithoutAPasswordGetsALink() {
    var made = api.post("/users", "{\"username\":\"emil\"}");
    assertThat(made.json().getJsonObject("reset_link").getString("url"))
        .startsWith(SERVER.issuer() + "/password/reset?token=");
    var path = "/users/" + made.text("id");
    var link = api.post(path + "/reset-link", "").text("url");
    assertThat(new Http(SERVER).get(link).status()).isEqualTo(200);
    assertThat(api.post(path + "/unlock", "").status()).isEqualTo(204);
    assertThat(api.patch(path, "{\"active\":false}").status()).isEqualTo(200);
    assertProblem(api.post(path + "/reset-link", ""), 409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|username",
        "{\"username\":\" \"}|username",
        "{\"username\":\"ALICE\"}|username",
        "{\"username\":\"fritz\",\"password\":\"short\"}|password",
        "{\"username\":\"fritz\",\"administrator\":1}|administrator",
      })
  void whatIsWrongWithAPersonIsNamed(String body, String field) {
    var answer = api.post("/users", body);
    assertProblem(answer, 422);
    assertThat(fields(answer)).contains(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"active\":false}", "{\"administrator\":false}"})
  void theLastAdministratorStays(String patch) {
    var others = administrators().stream().filter(path -> !path.equals(admin)).toList();
    others.forEach(path -> assertThat(api.patch(path, OFF).status()).isEqualTo(200));
    assertProblem(api.patch(admin, patch), 409);
    assertProblem(api.delete(admin), 409);
    assertThat(api.get(admin).json().getBoolean("administrator")).isTrue();
    others.forEach(path -> assertThat(api.patch(path, ON).status()).isEqualTo(200));
  }

  private static List<String> administrators() {
    return users("/users?role=administrator&state=active&size=200");
  }

  private static List<String> users(String query) {
    return api.get(query).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(user -> "/users/" + user.getString("id"))
        .toList();
  }

  @Test
  void aScopeIsKeptUnderAnyName() {
    var name = "https://files.example/read?all";
    var made =
        api.post(
            "/scopes",
            "{\"name\":\"%s\",\"description\":\"Read all\",\"words\":{\"de\":\"Alles lesen\"}}"
                .formatted(name));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    var path = made.header("Location").substring((SERVER.issuer() + "/admin/api/v1").length());
    var changed = api.patch(path, "{\"words\":{\"de\":null},\"optional\":true}");
    assertThat(changed.json().getJsonObject("words")).isEmpty();
    assertThat(changed.json().getBoolean("optional")).isTrue();
    assertProblem(api.patch(path, "{\"words\":{\"xx\":\"?\"}}"), 422);
    assertProblem(api.patch(path, "\"stale\"", "{\"optional\":false}"), 412);
    assertThat(api.delete(path).status()).isEqualTo(204);
    assertProblem(api.get(path), 404);
  }

  @Test
  void theScopesOfAdministratorsStayAndAreNeverGivenByDefault() {
    var path = "/scopes/sallyport:admin";
    assertThat(api.get(path).json().getBoolean("reserved")).isTrue();
    var answer = api.patch(path, "{\"by_default\":true}");
    assertProblem(answer, 422);
    assertThat(fields(answer)).containsExactly("by_default");
    assertProblem(api.delete("/scopes/sallyport:admin:read"), 409);
    assertProblem(api.delete("/scopes/read"), 409);
  }

  @Test
  void aGrantEndsByItsIdAndManyByPersonAfterTheyWereCounted() {
    var person = person("gerda");
    var first = App.WEB.flow(SERVER).tokens(Person.with(SERVER, "gerda", PASSWORD));
    var second = App.WEB.flow(SERVER).tokens(Person.with(SERVER, "gerda", PASSWORD));
    var grants = api.get("/grants?user=gerda&client=demo-web").json();
    assertThat(grants.getInt("total")).isEqualTo(2);
    var newest = grants.getJsonArray("items").getJsonObject(0);
    assertThat(newest.getString("user_id")).isEqualTo(person);
    var path = "/grants/" + newest.getString("id");
    assertThat(api.delete(path).status()).isEqualTo(204);
    assertProblem(api.delete(path), 404);
    assertThat(isActive(second.getAccessToken().getValue())).isFalse();
    assertThat(isActive(first.getAccessToken().getValue())).isTrue();
    assertThat(revoke("{\"user\":\"gerda\",\"dry_run\":true}").getInt("grants")).isEqualTo(1);
    assertThat(isActive(first.getRefreshToken().getValue())).isTrue();
    assertThat(revoke("{\"user\":\"" + person + "\"}").getInt("grants")).isEqualTo(1);
    assertThat(isActive(first.getAccessToken().getValue())).isFalse();
    assertThat(isActive(first.getRefreshToken().getValue())).isFalse();
    assertProblem(api.post("/revocations", "{}"), 422);
    assertProblem(api.post("/revocations", "{\"user\":\"nobody at all\"}"), 422);
    assertProblem(api.post("/revocations", "{\"client\":\"none\"}"), 422);
  }

  @Test
  void allAccessOfAPersonEndsAtOnce() {
    var id = person("hanna");
    var tokens = App.WEB.flow(SERVER).tokens(Person.with(SERVER, "hanna", PASSWORD));
    assertThat(api.post("/users/" + id + "/end-access", "").status()).isEqualTo(204);
    assertThat(isActive(tokens.getAccessToken().getValue())).isFalse();
    assertThat(isActive(tokens.getRefreshToken().getValue())).isFalse();
  }

  @Test
  void keysAreListedWithoutTheirPrivatePart() {
    var keys = api.get("/keys");
    var first = keys.json().getJsonArray("items").getJsonObject(0);
    assertThat(first.getString("algorithm")).isEqualTo("RS256");
    assertThat(keys.body()).contains("\"state\":\"active\"").doesNotContain("PRIVATE", "\"d\"");
    assertProblem(api.post("/keys/rotate", "{\"algorithm\":\"none\"}"), 422);
    assertProblem(api.post("/keys/unknown/withdraw", ""), 404);
    assertProblem(api.post("/keys/" + first.getString("kid") + "/withdraw", ""), 409);
  }

  @Test
  void aKeyIsAnnouncedOnceAndReplacedAtOnce() {
    var announced = api.post("/keys/rotate", "{\"algorithm\":\"EdDSA\"}");
    assertThat(announced.status()).as(announced.body()).isIn(200, 409);
    assertProblem(api.post("/keys/rotate", "{\"algorithm\":\"EdDSA\"}"), 409);
    var replaced = api.post("/keys/rotate", "{\"algorithm\":\"EdDSA\",\"at_once\":true}");
    assertThat(replaced.text("state")).isEqualTo("active");
    assertThat(new Http(SERVER).get("/.well-known/jwks.json").body())
        .contains(replaced.text("kid"));
  }

  @Test
  void whatHasExpiredIsDeletedNow() {
    var client =
        ApiClientsIT.register(api, "Short", "\"token_format\":\"opaque\",\"scopes\":[\"read\"],");
    var app = App.confidential(client.text("client_id"), client.text("client_secret"));
    var shortest = "{\"access_token_lifetime\":\"PT0.001S\"}";
    assertThat(api.patch("/clients/" + app.id(), shortest).status()).isEqualTo(200);
    assertThat(purged("{\"codes\":true}").getInt("access_tokens")).as("not asked for").isZero();
    var deleted = 0;
    // The clean-up of each minute may be quicker, but not each time.
    for (var tries = 0; tries < 5 && deleted == 0; tries++) {
      app.post(SERVER, "/token", "grant_type", "client_credentials").text("access_token");
      var counts = purged("{\"access_tokens\":true}");
      assertThat(counts.getInt("refresh_tokens")).isZero();
      assertThat(counts.getInt("codes")).isZero();
      deleted = counts.getInt("access_tokens");
    }
    assertThat(deleted).isPositive();
  }

  private static JsonObject purged(String choice) {
    var counts = api.post("/purge", choice);
    assertThat(counts.status()).as(counts.body()).isEqualTo(200);
    assertThat(counts.json().keySet())
        .containsExactlyInAnyOrder("access_tokens", "refresh_tokens", "codes");
    return counts.json();
  }

  private static String person(String name) {
    var made =
        api.post(
            "/users",
            "{\"username\":\"%s\",\"password\":\"%s\",\"must_change_password\":false}"
                .formatted(name, PASSWORD));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.text("id");
  }

  private static JsonObject revoke(String choice) {
    var answer = api.post("/revocations", choice);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static boolean isActive(String token) {
    return App.API.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }
}
