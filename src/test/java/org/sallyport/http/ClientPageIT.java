package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Page;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** The pages of one client: made by its type, changed, given new secrets, switched off. */
class ClientPageIT {

  private static final Server SERVER = Server.shared();
  private static final Administration ADMINISTRATION = new Administration(SERVER);
  private static final Person ADMIN = ADMINISTRATION.administrator();
  private static final String URI = App.SPA.redirectUri();
  private static final Pattern SECRET =
      Pattern.compile("data-file=\"[^\"]+\"[^>]*>([0-9A-Za-z]{64})<");

  @ParameterizedTest
  @CsvSource({
    "web, true, authorization_code, /authorize",
    "spa, false, authorization_code, /authorize",
    "native, false, authorization_code, /authorize",
    "device, false, device_code, /device_authorization",
    "machine, true, client_credentials, /token",
    "api, true, , /introspect"
  })
  void theTypeDerivesGrantsAndSecret(String type, boolean secret, String grant, String endpoint) {
    var form = ADMIN.open("/admin/clients/new?type=" + type);
    var made = ADMIN.press(form, "create", "name", "Of type " + type, "redirect_uris", URI);
    assertThat(made.body()).contains("The client was created", SERVER.issuer() + endpoint);
    assertThat(made.body().contains(SERVER.issuer() + "/.well-known/jwks.json"))
        .isEqualTo(type.equals("api"));
    assertThat(SECRET.matcher(made.body()).find()).isEqualTo(secret);
    if (grant != null) {
      assertThat(made.body()).contains(grant.equals("authorization_code") ? "verifier" : grant);
    }
  }

  @Test
  void theCommandForAMachineHasItsIdAndSecretAndScope() {
    var form = ADMIN.open("/admin/clients/new?type=machine");
    var made = ADMIN.press(form, "create", "name", "Commanded").body();
    var secret = secret(made);
    assertThat(made).containsPattern("-u [0-9A-Za-z]{64}:" + secret + " ");
    assertThat(made).contains("-d grant_type=client_credentials", "scope=read");
  }

  @Test
  void thePageOfAClientHasItsAddressesAndCommandsWithoutItsSecret() {
    var app = ADMINISTRATION.register("confidential", "Guided", URI);
    assertThat(ADMIN.open(edit(app.id())).body())
        .contains(
            SERVER.issuer() + "/authorize<",
            SERVER.issuer() + "/token<",
            SERVER.issuer() + "/.well-known/oauth-authorization-server<",
            "-u " + app.id() + ":PASTE_THE_SECRET_HERE")
        .doesNotContain(app.secret().orElseThrow());
    assertThat(ADMIN.open(edit("demo-spa")).body()).contains("-d client_id=demo-spa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin/clients/new?type=toaster", "/admin/clients/new?type="})
  void anUnknownTypeIsChosenAnew(String address) {
    assertThat(ADMIN.open(address).body()).contains("What kind of application is it?");
  }

  @Test
  void S25_theSecretIsInOneAnswerOnly() {
    var administrator = Person.of(SERVER, "admin").loggedIn();
    var form = administrator.open("/admin/clients/new?type=web");
    var fields = new String[] {"name", "Told once", "redirect_uris", URI};
    var answer = administrator.send(form, "create", fields);
    var secret = secret(answer.body());
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    var id = id(answer.body());
    assertThat(administrator.send(form, "create", fields).body())
        .contains("This form was sent before", "edit?id=" + id)
        .doesNotContain(secret);
    for (var path : new String[] {"/admin/clients/new", "/admin/clients", edit(id)}) {
      assertThat(administrator.open(path).body()).doesNotContain(secret);
    }
  }

  @Test
  void eachWrongAddressIsNamed() {
    var page =
        ADMINISTRATION.submit(
            "name", "Named", "redirect_uris", "http://a.example/cb\r\n" + URI + "\r\nhttps://b#c");
    assertThat(page.body())
        .contains("http://a.example/cb: It must begin", "https://b#c: It must not have a part");
    assertThat(page.body()).doesNotContain(URI + ": ");
  }

  @Test
  void aNewSecretWorksBesideTheOneBeforeAndNoThirdIsMade() {
    var app = ADMINISTRATION.register("confidential", "Rotates", URI);
    var page = ADMIN.press(ADMIN.open(edit(app.id())), "add_secret", "overlap", "7");
    var next = new App(app.id(), Optional.of(secret(page.body())), URI);
    assertThat(works(app)).isTrue();
    assertThat(works(next)).isTrue();
    assertThat(page.body()).contains("Two secrets are accepted").doesNotContain("add_secret");
    var old = ADMIN.open(edit(App.API.id()));
    var third = ADMIN.press(old, "add_secret", "id", app.id(), "overlap", "0");
    assertThat(third.body()).contains("There is a problem");
    assertThat(SECRET.matcher(third.body()).find()).isFalse();
    var ended = ADMIN.press(ADMIN.open(edit(app.id())), "end_first");
    assertThat(ended.body()).contains("The secret has ended").doesNotContain(next.secret().get());
    assertThat(works(app)).isFalse();
    assertThat(works(next)).isTrue();
  }

  @Test
  void aNewSecretWithoutOverlapEndsTheOneBeforeAtOnce() {
    var app = ADMINISTRATION.register("confidential", "Leaked", URI);
    assertThat(works(app)).isTrue();
    var page = ADMIN.press(ADMIN.open(edit(app.id())), "add_secret", "overlap", "0");
    assertThat(works(app)).isFalse();
    assertThat(works(new App(app.id(), Optional.of(secret(page.body())), URI))).isTrue();
  }

  @Test
  void theLastUseOfASecretIsShown() {
    var app = ADMINISTRATION.register("confidential", "Used", URI);
    var unused = "Last used</dt>\\s*<dd[^>]*>\\s*Never";
    assertThat(ADMIN.open(edit(app.id())).body()).containsPattern(unused);
    assertThat(works(app)).isTrue();
    assertThat(ADMIN.open(edit(app.id())).body())
        .doesNotContainPattern(unused)
        .containsPattern("Last used</dt>\\s*<dd[^>]*>\\s*<time");
  }

  @Test
  void whatIsChangedIsSavedAndTakesEffect() {
    var app = ADMINISTRATION.register("confidential", "Before", URI);
    var moved = "https://moved.example/cb";
    var page = save(ADMIN.open(edit(app.id())), "name", "After", "redirect_uris", moved);
    assertThat(page.body()).contains("The changes are saved", "<h1>After</h1>", "by admin");
    RedirectIT.assertPage(ADMIN.get(app.flow(SERVER).address()));
    assertThat(works(app)).isTrue();
  }

  @Test
  void theRulesOfANewClientHoldForAChangedOneAndNothingTypedIsLost() {
    var app = ADMINISTRATION.register("public", "Ruled", URI);
    var page =
        save(
            ADMIN.open(edit(app.id())),
            "name",
            "Typed",
            "redirect_uris",
            "javascript:alert(1)",
            "grant_types",
            "client_credentials");
    assertThat(page.body()).contains("Error: Client", "javascript:alert(1): It must", "Typed");
    assertThat(page.body()).contains("can’t act for itself", "<h1>Ruled</h1>");
    assertThat(ADMIN.open(edit(app.id())).body()).contains("<h1>Ruled</h1>");
  }

  @Test
  void ofTwoAdministratorsTheSecondIsToldWhatTheFirstChanged() {
    var app = ADMINISTRATION.register("public", "Shared", URI);
    var first = ADMIN.open(edit(app.id()));
    var other = Person.of(SERVER, "admin").loggedIn();
    var second = other.open(edit(app.id()));
    save(first, "name", "Theirs", "publisher", "Their firm");
    var told = press(other, second, "name", "Mine");
    assertThat(told.body()).contains("Error: Client", "admin has saved this client meanwhile");
    assertThat(told.value("name")).isEqualTo("Mine");
    assertThat(told.value("publisher")).as("not touched").isEqualTo("Their firm");
    assertThat(ADMIN.open(edit(app.id())).body()).contains("<h1>Theirs</h1>");
    var saved = press(other, told);
    assertThat(saved.body()).contains("The changes are saved", "<h1>Mine</h1>", "Their firm");
  }

  @Test
  void whoCorrectsAMistakeIsStillToldOfAChangeFromBeforeIt() {
    var app = ADMINISTRATION.register("public", "Mistaken", URI);
    var mine = ADMIN.open(edit(app.id()));
    var other = Person.of(SERVER, "admin").loggedIn();
    press(other, other.open(edit(app.id())), "name", "Theirs");
    var mistaken = save(mine, "redirect_uris", "javascript:alert(1)");
    assertThat(mistaken.body()).contains("Error: Client");
    var told = save(mistaken, "redirect_uris", URI, "name", "Mine");
    assertThat(told.body()).contains("admin has saved this client meanwhile");
    assertThat(ADMIN.open(edit(app.id())).body()).contains("<h1>Theirs</h1>");
  }

  @Test
  void aNewSecretDoesNotDisturbAnOpenForm() {
    var app = ADMINISTRATION.register("confidential", "Undisturbed", URI);
    var form = ADMIN.open(edit(app.id()));
    ADMIN.press(ADMIN.open(edit(app.id())), "add_secret", "overlap", "1");
    assertThat(save(form, "name", "Renamed").body()).contains("The changes are saved");
  }

  @ParameterizedTest
  @ValueSource(strings = {"confidential", "public"})
  void S17_aDeactivatedClientIsRefusedEverywhereUntilItIsActivated(String type) {
    var app = ADMINISTRATION.register(type, "Paused", URI);
    var tokens = app.flow(SERVER).tokens(Person.of(SERVER, "bob"));
    var refresh = tokens.getRefreshToken().getValue();
    var off = ADMIN.press(ADMIN.open(edit(app.id())), "deactivate");
    assertThat(off.body()).contains("The client is switched off");
    assertThat(refresh(app, refresh)).isEqualTo(401);
    assertThat(app.post(SERVER, "/introspect", "token", refresh).status()).isEqualTo(401);
    assertThat(isActive(tokens.getAccessToken().getValue())).isFalse();
    RedirectIT.assertPage(ADMIN.get(app.flow(SERVER).address()));
    var on = ADMIN.press(ADMIN.open(edit(app.id())), "activate");
    assertThat(on.body()).contains("The client is active again");
    assertThat(refresh(app, refresh)).isEqualTo(200);
  }

  @Test
  void S10_aForgedFormChangesNothingOfAClient() {
    var app = ADMINISTRATION.register("confidential", "Unforged", URI);
    var other = Person.of(SERVER, "admin").loggedIn().open(edit(app.id())).value("csrf");
    for (var token : new String[] {"", "x", other}) {
      for (var button : new String[] {"save", "add_secret", "end_first", "deactivate"}) {
        var page = ADMIN.open(edit(app.id()));
        var after =
            ADMIN.press(page, button, "csrf", token, "name", "Forged", "redirect_uris", URI);
        assertThat(after.body()).contains("There is a problem");
        assertThat(SECRET.matcher(after.body()).find()).isFalse();
      }
    }
    assertThat(ADMIN.open(edit(app.id())).body())
        .contains("<h1>Unforged</h1>")
        .doesNotContain("Switched off");
    assertThat(works(app)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/clients/new",
        "/admin/clients/new?type=web",
        "/admin/clients/edit?id=demo-web",
        "/admin/clients/delete?id=demo-web"
      })
  void whoIsNoAdministratorFindsNoSuchPage(String path) {
    var page = Person.of(SERVER, "bob").loggedIn().open(path);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body()).doesNotContain("Demo web application", "What kind");
    var admin = Person.of(SERVER, "admin");
    assertThat(admin.logIn(admin.open(path)).address().toString()).endsWith(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"edit?id=nobody", "edit", "edit?id=", "delete?id=demo-web%20"})
  void anUnknownClientHasNoPage(String path) {
    assertThat(ADMIN.open("/admin/clients/" + path).status()).isEqualTo(404);
  }

  private static Page save(Page page, String... values) {
    return press(ADMIN, page, values);
  }

  private static Page press(Person person, Page page, String... values) {
    return person.press(page, "save", values);
  }

  private static String edit(String id) {
    return "/admin/clients/edit?id=" + id;
  }

  private static String secret(String body) {
    var found = SECRET.matcher(body);
    assertThat(found.find()).as("a secret is shown").isTrue();
    return found.group(1);
  }

  private static String id(String body) {
    var found = Pattern.compile("edit\\?id=([0-9A-Za-z]{64})").matcher(body);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** Whether the client's secret is accepted, whatever it asks for. */
  private static boolean works(App app) {
    return app.post(SERVER, "/introspect", "token", "x").status() == 200;
  }

  private static int refresh(App app, String token) {
    return app.post(SERVER, "/token", "grant_type", "refresh_token", "refresh_token", token)
        .status();
  }

  private static boolean isActive(String token) {
    return App.API.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }
}
