package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Page;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** The administrators' page of clients, and who may use it. */
class AdminClientsIT {

  private static final Server SERVER = Server.shared();
  private static final Administration ADMINISTRATION = new Administration(SERVER);
  private static final String NEW = "/admin/clients/new?type=spa";
  private static final String URI = App.SPA.redirectUri();

  @Test
  void whoIsNotLoggedInIsSentToTheLoginAndComesBack() {
    var person = Person.of(SERVER, "admin");
    var login = person.open("/admin/clients");
    assertThat(login.address().getPath()).isEqualTo("/login");
    assertThat(person.logIn(login).body()).contains("Demo web application", "demo-machine");
  }

  @Test
  void whoIsNoAdministratorFindsNoSuchPage() {
    var person = Person.of(SERVER, "bob").loggedIn();
    var page = person.open("/admin/clients");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body()).contains("This page does not exist").doesNotContain("demo-web");
    var form = ADMINISTRATION.administrator().open(NEW);
    var sent = person.press(form, "create", fields("Sneaked in", URI));
    assertThat(sent.status()).isEqualTo(404);
    assertThat(list().body()).doesNotContain("Sneaked in");
  }

  @Test
  void S25_theSecretIsShownOnceAndWorks() {
    var app =
        ADMINISTRATION.register(
            "",
            "name",
            "Shown once",
            "type",
            "confidential",
            "grant_types",
            "client_credentials",
            "redirect_uris",
            "",
            "scopes",
            "read");
    assertThat(app.secret().get()).matches("[0-9A-Za-z]{64}");
    assertThat(app.post(SERVER, "/token", "grant_type", "client_credentials").status())
        .isEqualTo(200);
    assertThat(list().body()).contains("Shown once").doesNotContain(app.secret().get());
  }

  @Test
  void aPublicClientHasNoSecretAndMayNotActForItself() {
    var app = ADMINISTRATION.register("public", "Public one", URI);
    assertThat(app.secret()).isEmpty();
    var page =
        ADMINISTRATION.submit(
            "name", "Public machine",
            "type", "public",
            "grant_types", "client_credentials",
            "redirect_uris", "",
            "scopes", "read");
    assertRefused(page, "Public machine");
  }

  @Test
  void aFormSentTwiceRegistersOneClient() {
    var administrator = ADMINISTRATION.administrator();
    var form = administrator.open(NEW);
    administrator.press(form, "create", fields("Sent twice", URI));
    var again = administrator.press(form, "create", fields("Sent twice", URI));
    assertThat(again.body()).contains("This form was sent before");
    assertThat(list().body().split("<span class=\"name\">Sent twice<")).hasSize(2);
  }

  @Test
  void deletingAsksFirstAndThenEndsAllThatTheClientWasGiven() {
    var app = ADMINISTRATION.register("confidential", "To be deleted", URI);
    var tokens = app.flow(SERVER).tokens(Person.of(SERVER, "alice"));
    var administrator = ADMINISTRATION.administrator();
    var question = administrator.open("/admin/clients/delete?id=" + app.id());
    assertThat(question.body()).contains("Delete To be deleted?");
    assertThat(question.body()).containsPattern("allowed it</dt>\\s*<dd[^>]*>1<");
    assertThat(question.body()).containsPattern("refresh tokens</dt>\\s*<dd[^>]*>1<");
    assertThat(question.body()).containsPattern("access tokens</dt>\\s*<dd[^>]*>0<");
    assertThat(isActive(tokens.getAccessToken().getValue())).isTrue();
    var done = administrator.press(question, "delete");
    assertThat(done.body()).contains("The client was deleted").doesNotContain("To be deleted");
    assertThat(isActive(tokens.getAccessToken().getValue())).isFalse();
    assertThat(isActive(tokens.getRefreshToken().getValue())).isFalse();
    RedirectIT.assertPage(administrator.get(app.flow(SERVER).address()));
    assertThat(app.post(SERVER, "/token", "grant_type", "refresh_token").status()).isEqualTo(401);
  }

  @Test
  void S10_withoutItsCsrfTokenTheFormChangesNothing() {
    var app = ADMINISTRATION.register("public", "Stays here", URI);
    var administrator = ADMINISTRATION.administrator();
    var other = new Administration(SERVER).administrator().open(NEW).value("csrf");
    for (var token : new String[] {"", "x", other}) {
      administrator.press(
          administrator.open(NEW),
          "create",
          "csrf",
          token,
          "name",
          "Forged",
          "redirect_uris",
          URI,
          "scopes",
          "read");
      var question = administrator.open("/admin/clients/delete?id=" + app.id());
      administrator.press(question, "delete", "csrf", token);
    }
    assertThat(list().body()).contains("Stays here").doesNotContain("Forged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript://app.example.org/%0aalert(1)",
        "data:text/html,x",
        "http://app.example.org/cb",
        "http://localhost:9090/cb",
        "https://user@app.example.org/cb",
        "https://user:password@app.example.org/cb",
        "https://app.example.org/cb#fragment",
        "https://app.example.org/../cb",
        "https://app.example.org/%2e%2e/cb",
        "https://app.example.org/..;/cb",
        "https://app.example.org/cb;x",
        "https://app.example.org\\cb",
        "https://*.example.org/cb",
        "https://app.example.org/*",
        "https:///cb",
        "https:cb",
        "//app.example.org/cb",
        "/cb",
        "https://app.example.org/cb?code=x",
        "https://app.example.org/cb?a=b&state=x",
        "https://app.example.org/cb?iss=x",
        "https://app.example.org/cb?%63ode=x",
        "https://app.example.org/cb?error=x",
        "https://app.example.org/\u00e9"
      })
  void S04_aDangerousAddressCanNotBeRegistered(String uri) {
    assertRefused(ADMINISTRATION.submit(fields("Dangerous", uri)), "Dangerous");
    assertRefused(ADMINISTRATION.submit(fields("Dangerous", URI + "\r\n" + uri)), "Dangerous");
  }

  @Test
  void S26_aNameWithMarkupIsTextEverywhere() {
    var name = "<script>alert('x')</script><b>\"&#{loginPage}";
    var app = ADMINISTRATION.register("public", name, URI);
    var person = Person.of(SERVER, "alice");
    var login = person.open(app.flow(SERVER).address());
    var consent = person.logIn(login);
    for (var page : new Page[] {list(), login, consent}) {
      assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script", "LoginPage@");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "line\r\nbreak", "bell\u0007", "\u202egnp.exe"})
  void S26_aNameThatCanNotBePrintedIsRefused(String name) {
    var page = ADMINISTRATION.submit(fields(name, "https://unprintable.example.org/cb"));
    assertThat(page.body()).contains("There is a problem");
    assertThat(list().body()).doesNotContain("unprintable.example.org");
  }

  @Test
  void anUnknownScopeOrNoGrantIsRefused() {
    var scope = fields("Wrong scope", URI);
    scope[scope.length - 1] = "read unknown";
    assertRefused(ADMINISTRATION.submit(scope), "Wrong scope");
    var grants = fields("Wrong grant", URI);
    grants[5] = "made-up";
    assertRefused(ADMINISTRATION.submit(grants), "Wrong grant");
  }

  @Test
  void theListIsNotServedUnderAnotherAddress() {
    for (var path :
        new String[] {
          "/admin/clients.xhtml", "/admin/clients/new.xhtml", "/WEB-INF/admin/client-list.xhtml"
        }) {
      var page = ADMINISTRATION.administrator().open(path);
      assertThat(page.status()).isEqualTo(404);
      assertThat(page.body()).doesNotContain("demo-web");
    }
  }

  private static String[] fields(String name, String uri) {
    return new String[] {
      "name", name,
      "type", "spa",
      "grant_types", "authorization_code",
      "redirect_uris", uri,
      "scopes", "read"
    };
  }

  private static Page list() {
    // The newest first, as tests before have made many.
    return ADMINISTRATION.administrator().open("/admin/clients?sort=created&size=100");
  }

  private static void assertRefused(Page page, String name) {
    assertThat(page.body()).contains("There is a problem");
    assertThat(list().body()).doesNotContain(">" + name + "<");
  }

  private static boolean isActive(String token) {
    return App.API.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }
}
