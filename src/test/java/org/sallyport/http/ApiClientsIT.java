package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.http.ApiAccessIT.assertProblem;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.AdminApi;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Server;

/** Programs keep clients and their secrets, by the rules of the pages. */
class ApiClientsIT {

  private static final Server SERVER = Server.shared();
  private static AdminApi api;

  @BeforeAll
  static void askForAToken() {
    api = AdminApi.of(SERVER, "sallyport:admin");
  }

  @Test
  void aClientIsMadeShownChangedAndRemoved() {
    var made = register("Made by a program", "");
    var id = made.text("client_id");
    assertThat(made.header("Location")).isEqualTo(SERVER.issuer() + "/admin/api/v1/clients/" + id);
    assertThat(made.text("client_secret")).matches("[0-9A-Za-z]{64}");
    var shown = api.get("/clients/" + id);
    assertThat(shown.text("client_name")).isEqualTo("Made by a program");
    assertThat(shown.json().containsKey("client_secret")).isFalse();
    var changed = api.patch("/clients/" + id, "{\"publisher\":\"Example\",\"trusted\":true}");
    assertThat(changed.text("publisher")).isEqualTo("Example");
    assertThat(changed.json().getBoolean("trusted")).isTrue();
    assertThat(changed.text("client_name")).isEqualTo("Made by a program");
    assertThat(changed.header("ETag")).isNotEqualTo(shown.header("ETag"));
    assertThat(api.delete("/clients/" + id).status()).isEqualTo(204);
    assertProblem(api.get("/clients/" + id), 404);
  }

  @Test
  void aClientWithAnIdAndASecretOfItsOwnGetsTokens() {
    var secret = "a secret that is known already!!".replace(' ', '-');
    var made =
        api.post(
            "/clients",
            """
            {"client_id":"moved.here","client_secret":"%s","type":"machine","client_name":"Moved",
             "scopes":["read"]}\
            """
                .formatted(secret));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.text("client_secret")).isEqualTo(secret);
    var app = App.confidential("moved.here", secret);
    assertThat(app.post(SERVER, "/token", "grant_type", "client_credentials").status())
        .isEqualTo(200);
    var again = "{\"client_id\":\"moved.here\",\"type\":\"machine\",\"client_name\":\"Again\"}";
    assertProblem(api.post("/clients", again), 409);
    assertThat(api.delete("/clients/moved.here").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"web\"}|client_name",
        "{\"client_name\":\"x\"}|type",
        "{\"type\":\"toaster\",\"client_name\":\"x\"}|type",
        "{\"type\":\"machine\",\"client_name\":7}|client_name",
        "{\"type\":\"machine\",\"client_name\":\"x\",\"trustd\":true}|trustd",
        "{\"type\":\"machine\",\"client_name\":\"x\",\"scopes\":\"read\"}|scopes",
        "{\"type\":\"machine\",\"client_name\":\"x\",\"scopes\":[\"none\"]}|scopes",
        "{\"type\":\"machine\",\"client_name\":\"x\",\"trusted\":\"yes\"}|trusted",
        "{\"type\":\"machine\",\"client_name\":\"x\",\"access_token_lifetime\":\"1h\"}|access_token_lifetime",
        "{\"type\":\"machine\",\"client_name\":\"x\",\"access_token_lifetime\":\"P999D\"}|access_token_lifetime",
        "{\"type\":\"web\",\"client_name\":\"x\",\"redirect_uris\":[\"javascript:x\"]}|redirect_uris",
        "{\"type\":\"machine\",\"client_name\":\"x\",\"client_secret\":\"short\"}|client_secret",
        "{\"type\":\"spa\",\"client_name\":\"x\",\"client_secret\":\"01234567890123456789012345678901\"}|client_secret",
        "{\"type\":\"machine\",\"client_name\":\"x\",\"client_id\":\"a/b\"}|client_id",
        "{\"type\":\"machine\",\"client_name\":\"x\",\"client_id\":\"01890a5d-ac96-774b-bcce-b302099a8057\"}|client_id",
        "{\"type\":\"web\",\"client_name\":\"x\",\"trusted\":true,\"scopes\":[\"sallyport:admin\"],\"redirect_uris\":[\"https://a.example/\"]}|scopes",
      })
  void whatIsWrongIsNamed(String body, String field) {
    var answer = api.post("/clients", body);
    assertProblem(answer, 422);
    assertThat(fields(answer)).contains(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"a\":1,\"a\":2}", "\"text\"", "{} {}"})
  void whatIsNoObjectIsMalformed(String body) {
    assertProblem(api.post("/clients", body), 400);
  }

  @Test
  void whoChangesSecondIsToldAndNothingIsLost() {
    var path = "/clients/" + register("Two at once", "").text("client_id");
    var seen = api.get(path).header("ETag");
    assertThat(api.patch(path, seen, "{\"publisher\":\"First\"}").status()).isEqualTo(200);
    assertProblem(api.patch(path, seen, "{\"publisher\":\"Second\"}"), 412);
    assertThat(api.get(path).text("publisher")).isEqualTo("First");
    var blind =
        api.send("PATCH", path, BodyPublishers.ofString("{}"), "Content-Type", "application/json");
    assertProblem(blind, 428);
    assertThat(api.patch(path, "*", "{\"publisher\":\"Third\",\"active\":false}").status())
        .isEqualTo(200);
    var whole = api.get(path);
    assertThat(whole.text("publisher")).isEqualTo("Third");
    assertThat(whole.json().getBoolean("active")).isFalse();
    assertProblem(api.send("DELETE", path, BodyPublishers.noBody()), 428);
  }

  @Test
  void whatOnlyIsShownMayBeSentAsItIsButNotChanged() {
    var path = "/clients/" + register("Sent whole", "").text("client_id");
    var same = api.patch(path, api.get(path).body());
    assertThat(same.status()).isEqualTo(200);
    assertThat(api.patch(path, same.body()).status()).isEqualTo(200);
    var answer = api.patch(path, "{\"confidential\":false,\"client_id\":\"other\",\"none\":null}");
    assertProblem(answer, 422);
    assertThat(fields(answer)).containsExactlyInAnyOrder("confidential", "client_id", "none");
  }

  @Test
  void aListHasPagesWithLinksAndEndsWithAnEmptyOne() {
    IntStream.range(0, 5).forEach(i -> register("Paged " + i, ""));
    var seen = new HashSet<String>();
    for (var page = 1; page <= 3; page++) {
      var answer = api.get("/clients?query=paged&type=machine&state=active&size=2&page=" + page);
      assertThat(answer.json().getInt("total")).isEqualTo(5);
      answer.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
          .map(item -> item.getString("client_id"))
          .forEach(seen::add);
    }
    assertThat(seen).hasSize(5);
    var beyond = api.get("/clients?query=paged&size=2&page=4");
    assertThat(beyond.json().getJsonArray("items")).isEmpty();
    assertThat(beyond.header("Link"))
        .contains("page=3&size=2>; rel=\"prev\"")
        .doesNotContain("next");
    assertThat(api.get("/clients?query=paged&size=2").header("Link"))
        .contains("<" + SERVER.issuer() + "/admin/api/v1/clients?query=paged&page=2&size=2>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=201", "size=0", "page=0", "page=x", "state=odd", "stat=active"})
  void aListIsNotChosenByMistake(String query) {
    var answer = api.get("/clients?" + query);
    assertProblem(answer, 422);
    assertThat(fields(answer)).containsExactly(query.substring(0, query.indexOf('=')));
  }

  @Test
  void aSecretFollowsAnotherWhichGoesOnForATime() {
    var made = register("Rotated", "\"scopes\":[\"read\"],");
    var path = "/clients/" + made.text("client_id") + "/secrets";
    var added = api.post(path, "{\"keep_old\":\"P7D\"}");
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    for (var answer : List.of(made, added)) {
      var app = App.confidential(made.text("client_id"), answer.text("client_secret"));
      assertThat(app.post(SERVER, "/token", "grant_type", "client_credentials").status())
          .isEqualTo(200);
    }
    assertProblem(api.post(path, "{}"), 409);
    var secrets = api.get(path).json();
    assertThat(secrets.getInt("total")).isEqualTo(2);
    assertThat(secrets.toString()).doesNotContain(added.text("client_secret"));
    var old = secrets.getJsonArray("items").getJsonObject(0);
    assertThat(old.getString("expires_at")).isNotEmpty();
    assertThat(api.delete(path + "/" + old.getString("id")).status()).isEqualTo(204);
    assertProblem(api.delete(path + "/" + old.getString("id")), 404);
    var former = App.confidential(made.text("client_id"), made.text("client_secret"));
    assertThat(former.post(SERVER, "/token", "grant_type", "client_credentials").status())
        .isEqualTo(401);
  }

  @Test
  void theAuditHasWhoDidItByWhichClientFromWhereAndWhat() {
    var id = register("Audited", "").text("client_id");
    api.patch("/clients/" + id, "{\"publisher\":\"Somebody\"}");
    var admin = new Administration(SERVER).administrator();
    var export = admin.get("/admin/audit/export.json?q=" + id).body();
    assertThat(export)
        .contains("ClientCreated", "ClientChanged", "\"actor_id\":\"demo-admin\"", "127.0.0.1")
        .contains("via", "Somebody");
  }

  private static Answer register(String name, String more) {
    return register(api, name, more);
  }

  static Answer register(AdminApi api, String name, String more) {
    var answer =
        api.post(
            "/clients", "{%s\"type\":\"machine\",\"client_name\":\"%s\"}".formatted(more, name));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  static List<String> fields(Answer answer) {
    return answer.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
        .map(error -> error.getString("field"))
        .toList();
  }
}
