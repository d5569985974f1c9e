package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** The audit: what has a row, what a row says, and who may read it. */
class AuditIT {

  private static final Server SERVER = Server.shared();
  private static final Pattern EVENT = Pattern.compile("/admin/audit/event[^\"]*id=[0-9a-f-]{36}");
  private static final Pattern LOOPBACK = Pattern.compile("127\\.0\\.0\\.1|(0:){7}1|::1");
  private static Administration administration;
  private static Person admin;

  @BeforeAll
  static void logIn() {
    administration = new Administration(SERVER);
    admin = administration.administrator();
  }

  private static String export(String query) {
    return admin.get("/admin/audit/export.csv?" + query).body();
  }

  private static String newestOf(String query) {
    var link = EVENT.matcher(admin.open("/admin/audit?" + query).body());
    assertThat(link.find()).isTrue();
    return admin.open(link.group().replace("&amp;", "&")).body();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin/audit", "/admin/audit/event?id=x", "/admin/audit/export.json"})
  void whoIsNoAdministratorFindsNothing(String path) {
    assertThat(Person.of(SERVER, "bob").loggedIn().get(path).status()).isEqualTo(404);
  }

  @Test
  void aRowThatIsNotThereIsNotFound() {
    assertThat(admin.open("/admin/audit/event?id=none").status()).isEqualTo(404);
    assertThat(admin.open("/admin/audit/event").status()).isEqualTo(404);
  }

  @Test
  void signInsAndConsentsHaveARowWithTheirPersonAndAddress() {
    var bob = Person.of(SERVER, "bob");
    bob.logIn(bob.open("/login"));
    var client = administration.register("public", "Audited", App.SPA.redirectUri());
    bob.allow(client.flow(SERVER).address());

    assertThat(export("q=bob&kind=signins"))
        .contains(",SignedIn,", ",bob,")
        .containsPattern(LOOPBACK);
    assertThat(export("q=" + client.id() + "&kind=consents")).contains(",ConsentGiven,");
    var failing = Person.with(SERVER, "BOB", "wrong password");
    failing.logIn(failing.open("/login"));
    assertThat(export("q=bob&kind=failures")).contains("wrong password").doesNotContain("BOB");
  }

  @Test
  void aChangeByAnAdministratorSaysWhatWasBeforeAndAfter() {
    var client = administration.register("public", "Before it", App.SPA.redirectUri());
    var form = admin.open("/admin/clients/edit?id=" + client.id());
    admin.press(form, "save", "name", "After it");

    var event = newestOf("q=" + client.id());

    assertThat(event)
        .contains("Client changed", "Before it", "After it", client.id())
        .containsPattern(LOOPBACK)
        .contains(">admin<");
  }

  @Test
  void whatAdministratorsDoToScopesAndPeopleHasARowToo() {
    var name = "audited." + UUID.randomUUID();
    var page = admin.open("/admin/scopes/new");
    admin.press(page, "save", "name", name, "description", "Be audited");
    admin.press(admin.open("/admin/scopes/delete?scope=" + name), "delete");

    assertThat(export("q=admin&kind=scopes"))
        .contains(",ScopeCreated,", ",ScopeDeleted,", name, "Be audited");
  }

  @Test
  void S25_noRowHoldsACredential() {
    var client = administration.register("confidential", "Secretive", App.WEB.redirectUri());
    var alice = Person.of(SERVER, "alice");
    alice.logIn(alice.open("/login"));
    var flow = client.flow(SERVER);
    var answer = flow.redeem(flow.code(alice));

    assertThat(export("q=" + client.id()))
        .contains(",ClientCreated,")
        .doesNotContain(client.secret().orElseThrow(), answer.text("access_token"))
        .doesNotContain(answer.text("refresh_token"), "alice-in-demo-land");
  }

  @Test
  void issuingTokensAndFailedClientsWriteNoRow() {
    var client =
        administration.register(
            "",
            "name",
            "Busy",
            "type",
            "confidential",
            "grant_types",
            "client_credentials",
            "scopes",
            "read");
    client.post(SERVER, "/token", "grant_type", "client_credentials");
    App.confidential(client.id(), "wrong").post(SERVER, "/token", "grant_type", "x");

    assertThat(export("q=" + client.id()).lines().skip(1))
        .singleElement()
        .satisfies(row -> assertThat(row).contains(",ClientCreated,"));
  }

  @ParameterizedTest
  @CsvSource({
    "from=2020-01-01&to=2020-12-31, false",
    "from=2020-01-01, true",
    "to=2020-12-31, false",
    "from=yesterday&to=2020-99-99, true",
    "from=9999-99-99, true",
    "kind=keys&q=nobody, false"
  })
  void rowsAreChosenByDays(String query, boolean some) {
    assertThat(admin.open("/admin/audit?" + query).body().contains("class=\"name\""))
        .isEqualTo(some);
    assertThat(export(query).lines().count() > 1).isEqualTo(some);
  }
}
