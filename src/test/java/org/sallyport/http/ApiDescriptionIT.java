package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.AdminApi;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** What the API says of itself is so: each operation is called, and answers as it is described. */
class ApiDescriptionIT {

  private static final Server SERVER = Server.shared();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> CALLED = new TreeSet<>();
  private static AdminApi api;
  private static JsonNode document;

  @BeforeAll
  static void read() throws JsonProcessingException {
    api = AdminApi.of(SERVER, "sallyport:admin");
    document = MAPPER.readTree(new Http(SERVER).get("/admin/api/v1/openapi.json").body());
  }

  @Test
  void everyOperationAnswersAsItIsDescribed() {
    callClients();
    callUsers();
    callScopes();
    callKeys();
    callGrants();
    callImports();
    assertThat(CALLED).containsExactlyInAnyOrderElementsOf(described());
  }

  private static void callClients() {
    var made = call("clients.register", api.post("/clients", example("/clients", "post")));
    var path = "/clients/" + made.text("client_id");
    call("clients.list", api.get("/clients?size=200"));
    call("clients.show", api.get(path));
    call("clients.change", api.patch(path, example("/clients/{client_id}", "patch")));
    call("clients.change", api.patch(path, "{\"type\":\"native\"}"));
    call("clients.change", api.patch(path, "{\"type\":\"web\"}"));
    var secrets = path + "/secrets";
    var added = call("secrets.add", api.post(secrets, "{\"keep_old\":\"P7D\"}"));
    call("secrets.list", api.get(secrets));
    call("secrets.end", api.delete(secrets + "/" + added.text("id")));
    refused("clients.register", api.post("/clients", "{\"type\":\"web\",\"other\":1}"));
    refused("clients.change", api.patch(path, "\"stale\"", "{}"));
    call("clients.remove", api.delete(path));
    refused("clients.show", api.get(path));
  }

  private static void callUsers() {
    var made = call("users.add", api.post("/users", example("/users", "post")));
    var path = "/users/" + made.text("id");
    call("users.list", api.get("/users"));
    call("users.show", api.get(path));
    call("users.resetLink", api.post(path + "/reset-link", ""));
    call("users.unlock", api.post(path + "/unlock", ""));
    call("users.endAccess", api.post(path + "/end-access", ""));
    call("users.change", api.patch(path, example("/users/{id}", "patch")));
    refused("users.resetLink", api.post(path + "/reset-link", ""));
    call("users.remove", api.delete(path));
  }

  private static void callScopes() {
    var made = call("scopes.add", api.post("/scopes", example("/scopes", "post")));
    var path = "/scopes/" + made.text("name");
    call("scopes.list", api.get("/scopes"));
    call("scopes.show", api.get(path));
    call("scopes.change", api.patch(path, example("/scopes/{name}", "patch")));
    call("scopes.remove", api.delete(path));
  }

  private static void callKeys() {
    var rotated = "{\"algorithm\":\"ES256\",\"at_once\":true}";
    call("keys.rotate", api.post("/keys/rotate", rotated));
    var keys = call("keys.list", api.get("/keys"));
    refused("keys.rotate", api.post("/keys/rotate", "{\"algorithm\":\"none\"}"));
    var withdrawn = keys.json().getJsonArray("items").getJsonObject(0).getString("kid");
    refused("keys.withdraw", api.post("/keys/" + withdrawn + "/withdraw", ""));
    CALLED.add("keys.withdraw"); // a retired key needs a day: key.rotation.KeyRotationTest
  }

  private static void callGrants() {
    App.WEB.flow(SERVER).tokens(Person.of(SERVER, "bob"));
    var grants = call("grants.list", api.get("/grants?user=bob&client=demo-web"));
    var id = grants.json().getJsonArray("items").getJsonObject(0).getString("id");
    call("grants.end", api.delete("/grants/" + id));
    call("grants.revoke", api.post("/revocations", "{\"user\":\"bob\",\"dry_run\":true}"));
    call("purge.purge", api.post("/purge", example("/purge", "post")));
  }

  private static void callImports() {
    var row = "{\"identifier\":\"moved\",\"secret\":\"short\"}";
    var batch = "{\"dry_run\":true,\"clients\":[" + row + "]}";
    call("imports.owncloud", api.post("/imports/owncloud", batch));
    call("imports.league", api.post("/imports/league", batch));
    refused("imports.league", api.post("/imports/league", "{\"refresh_tokens\":[{}]}"));
  }

  /** The answer of an operation when all is well. */
  private static Answer call(String id, Answer answer) {
    var success =
        stream(operation(id).get("responses").fieldNames())
            .filter(status -> status.startsWith("2"))
            .toList();
    assertThat(success).containsExactly(String.valueOf(answer.status()));
    CALLED.add(id);
    validate(id, answer);
    return answer;
  }

  private static void refused(String id, Answer answer) {
    assertThat(answer.status()).isGreaterThanOrEqualTo(400);
    validate(id, answer);
  }

  private static void validate(String id, Answer answer) {
    var response = operation(id).get("responses").get(String.valueOf(answer.status()));
    assertThat(response).as(id + " " + answer).isNotNull();
    if (!response.has("content")) {
      assertThat(answer.body()).isEmpty();
      return;
    }
    var type = response.get("content").fieldNames().next();
    assertThat(answer.header("Content-Type")).startsWith(type);
    var schema = (ObjectNode) response.get("content").get(type).get("schema").deepCopy();
    schema.set("components", document.get("components"));
    try {
      var failures =
          JsonSchemaFactory.getInstance(VersionFlag.V202012)
              .getSchema(schema)
              .validate(MAPPER.readTree(answer.body()));
      assertThat(failures).as(id + " " + answer.body()).isEmpty();
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  private static String example(String path, String method) {
    var content = document.get("paths").get(path).get(method).get("requestBody").get("content");
    return content.elements().next().get("example").toString();
  }

  private static JsonNode operation(String id) {
    return operations()
        .filter(one -> one.get("operationId").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not described"));
  }

  private static Set<String> described() {
    var ids = new TreeSet<String>();
    operations().forEach(one -> ids.add(one.get("operationId").asText()));
    return ids;
  }

  private static Stream<JsonNode> operations() {
    return StreamSupport.stream(document.get("paths").spliterator(), false)
        .flatMap(item -> StreamSupport.stream(item.spliterator(), false));
  }

  private static <T> Stream<T> stream(Iterator<T> all) {
    return StreamSupport.stream(((Iterable<T>) () -> all).spliterator(), false);
  }
}
