package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** The administrators' lists and their exports, as a URL asks for them. */
class AdminListsIT {

  private static final Server SERVER = Server.shared();
  private static final Administration ADMINISTRATION = new Administration(SERVER);
  private static final String URI = App.SPA.redirectUri();
  private static final Pattern NAME = Pattern.compile("class=\"name\"[^>]*>([^<]*)<");

  @ParameterizedTest
  @CsvSource({
    "q=dEMO-WeB, Demo web application",
    "q=single-page+APP, Demo single-page application",
    "q=demo&type=public, Demo single-page application",
    "q=demo-&grant=client_credentials, Demo administration|Demo machine",
    "q=demo-&type=confidential&status=active&sort=id, Demo administration|Demo API|Demo machine|Demo web application",
    "q=9090/callback&sort=created&dir=asc, Demo web application|Demo single-page application",
    "q=demo-spa&sort=used, Demo single-page application",
    "q=demo-spa&sort=used&dir=asc, Demo single-page application",
    "q=demo-web&status=inactive, ''",
    "q=demo_web, ''",
    "q=demo%25web, ''",
    "q=%5C, ''",
    "q=%5C%27+OR+1%3D1+--+, ''",
    "q=%21, ''"
  })
  void clientsAreSearchedFilteredAndSorted(String query, String names) {
    assertThat(String.join("|", names("/admin/clients?" + query))).startsWith(names);
  }

  @ParameterizedTest
  @CsvSource({
    "q=A, admin|alice",
    "q=%EF%BC%A1lic, alice",
    "q=a&sort=username&dir=desc, alice|admin",
    "q=lice, ''",
    "q=a&status=administrators, admin",
    "status=active&sort=created&dir=asc, alice|bob|admin",
    "status=disabled&q=alice, ''",
    "q=%25, ''",
    "q=_dmin, ''"
  })
  void peopleAreSearchedFilteredAndSorted(String query, String names) {
    var found = names("/admin/users?" + query).stream().filter("admin|alice|bob"::contains);
    assertThat(String.join("|", found.toList())).isEqualTo(names);
  }

  @Test
  void aPersonIsFoundByTheId() {
    var id = json("/admin/users/export.json?q=bob").getString("id");
    assertThat(names("/admin/users?q=" + id)).containsExactly("bob");
    assertThat(names("/admin/users?q=" + id.substring(0, 35))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=-1",
        "page=0",
        "page=999999999999",
        "page=99999999999999999999999999999999",
        "page=1&page=2",
        "size=7&size=0",
        "size=1000000",
        "sort=';drop table client",
        "sort=e.secretDigest",
        "dir=;",
        "type=' or 1=1&status=%2e%2e&grant=%0d%0a",
        "unknown=1"
      })
  void whatAUrlSaysWronglyIsAsUsual(String query) {
    var encoded = query.replace(" ", "%20").replace("'", "%27");
    for (var path : List.of("/admin/clients", "/admin/users")) {
      var answer = get(path + "?" + encoded);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.body()).as(path).contains("class=\"name\"").doesNotContain("Exception");
    }
  }

  @Test
  void aSearchThatIsHugeFindsNothingAndSaysSo() {
    for (var path : List.of("/admin/clients", "/admin/users")) {
      var answer = get(path + "?q=" + "x".repeat(5000));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("Nothing matches").doesNotContain("x".repeat(201));
      assertThat(get(path + "?q=%00").status()).isEqualTo(400);
      assertThat(get(path + "?q=%ff").status()).isEqualTo(400);
    }
  }

  @Test
  void S26_aSearchIsTextOnThePage() {
    var strange = "\"><script>alert(1)</script>#{usersPage}${1+1}";
    for (var path : List.of("/admin/clients", "/admin/users")) {
      var page = get(path + "?dir=desc&q=" + Http.encode(strange)).body();
      assertThat(page)
          .contains("&quot;&gt;&lt;script&gt;", "Nothing matches")
          .doesNotContain("<script", "UsersPage@");
    }
    ADMINISTRATION.register("public", "Found <b>bold</b> & \"quoted\"", URI);
    var page = get("/admin/clients?q=" + Http.encode("<b>bold</b> & \""));
    assertThat(page.body()).contains("Found &lt;b&gt;bold").doesNotContain("<b>bold");
  }

  @Test
  void whoIsNotLoggedInComesBackToTheSameRows() {
    for (var path : List.of("/admin/clients", "/admin/clients/export.csv")) {
      var person = Person.of(SERVER, "admin");
      var page = person.logIn(person.open(path + "?q=demo&dir=desc&q=x&page=1"));
      assertThat(page.address().getPath()).isEqualTo("/admin/clients");
      assertThat(page.address().getQuery()).startsWith("q=demo");
      assertThat(page.status()).isEqualTo(200);
    }
  }

  @Test
  void whoIsNoAdministratorFindsNeitherListNorExport() {
    var bob = Person.of(SERVER, "bob").loggedIn();
    for (var path :
        List.of(
            "/admin/users",
            "/admin/users/export.csv",
            "/admin/users/export.json",
            "/admin/clients/export.csv",
            "/admin/clients/export.json")) {
      var answer = bob.get(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).contains("This page does not exist");
      assertThat(answer.body()).as(path).doesNotContain("demo-web", "alice");
    }
  }

  @Test
  void exportsAreFilesThatNobodyKeepsAndHoldNoSecret() {
    for (var list : List.of("clients", "users")) {
      for (var format : List.of("csv", "json")) {
        var answer = get("/admin/" + list + "/export." + format);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Type")).contains(format);
        assertThat(answer.header("Content-Disposition"))
            .matches("attachment; filename=\"sallyport-" + list + "-[0-9-]{10}\\." + format + "\"");
        assertThat(answer.body()).doesNotContain("argon2", "secret", "digest", "hash");
      }
    }
    // RFC 8259 §8.1: JSON is UTF-8 and says no charset.
    assertThat(get("/admin/users/export.csv").header("Content-Type")).containsIgnoringCase("utf-8");
    assertThat(get("/admin/clients/export.xml").status()).isEqualTo(404);
    assertThat(get("/admin/keys/export.csv").status()).isEqualTo(404);
  }

  @Test
  void anExportHasTheRowsThatItsListChooses() {
    var answer = get("/admin/clients/export.csv?q=demo-&type=public&sort=id&page=9");
    assertThat(answer.body().lines())
        .satisfiesExactly(
            names -> assertThat(names).startsWith("client_id,client_name,confidential,"),
            row -> assertThat(row).startsWith("demo-spa,Demo single-page application,false,"));
    var machine = json("/admin/clients/export.json?q=demo-machine");
    assertThat(machine.getString("client_id")).isEqualTo("demo-machine");
    assertThat(machine.getBoolean("confidential")).isTrue();
    assertThat(machine.getJsonArray("grant_types").getString(0)).isEqualTo("client_credentials");
    assertThat(get("/admin/clients/export.json?q=demo-none").body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(\"https://evil.example\")", "+1", "-1", "@SUM(1)"})
  void S27_aNameIsNoFormulaInAnExport(String name) {
    var app = ADMINISTRATION.register("public", name, URI);
    var csv = get("/admin/clients/export.csv?q=" + app.id()).body();
    assertThat(csv.replace("\"", "")).contains(app.id() + ",'" + name.replace("\"", ""));
    assertThat(json("/admin/clients/export.json?q=" + app.id()).getString("client_name"))
        .isEqualTo(name);
  }

  private static Answer get(String address) {
    return ADMINISTRATION.administrator().get(address);
  }

  private static List<String> names(String address) {
    return NAME.matcher(get(address).body()).results().map(hit -> hit.group(1)).toList();
  }

  /** The only object of an array. */
  private static JsonObject json(String address) {
    try (var reader = Json.createReader(new StringReader(get(address).body()))) {
      JsonArray all = reader.readArray();
      assertThat(all).hasSize(1);
      return all.getJsonObject(0);
    }
  }
}
