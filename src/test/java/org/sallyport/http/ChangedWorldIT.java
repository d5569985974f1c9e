package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.Digest;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Databases;
import org.sallyport.testing.Databases.Database;
import org.sallyport.testing.Http;
import org.sallyport.testing.People;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/**
 * What holds when people and clients are switched off behind the server's back, and that its log,
 * at its finest all the while, holds no secret. On PostgreSQL, which forgives less than H2.
 */
class ChangedWorldIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Ours and all that we hand values to; what must stay shut is shut in logging.properties. */
  private static final List<String> LOGGERS =
      List.of(
          "org.sallyport",
          "org.eclipse.persistence",
          "org.postgresql",
          "org.jose4j",
          "org.glassfish.jersey",
          "jakarta.enterprise.web",
          "jakarta.enterprise.resource.webcontainer",
          "io.undertow",
          "org.jboss.resteasy",
          "org.jboss.as.ejb3",
          "org.jboss.jca");

  private static Database database;
  private static Server server;

  @BeforeAll
  static void start() {
    database = Databases.postgres().newDatabase();
    var options =
        StartOptions.of(Map.of("sallyport.demo", "true", "sallyport.refresh.grace", "PT0.001S"));
    for (var logger : LOGGERS) {
      options = options.withLogLevel(logger, "ALL");
    }
    server = Server.start(options.with(database));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop();
    }
  }

  @Test
  void S17_aPersonWhoIsSwitchedOffGetsNothingMoreAndTheirTokensDie() throws Exception {
    var person = Person.of(server, "alice");
    var flow = App.WEB.flow(server);
    var tokens = flow.tokens(person);
    var waiting = App.SPA.flow(server);
    var code = waiting.code(person);
    change("UPDATE app_user SET active = false WHERE username = 'alice'");
    try {
      assertThat(isActive(tokens.getAccessToken().getValue())).isFalse();
      assertThat(isActive(tokens.getRefreshToken().getValue())).isFalse();
      TokenErrorsIT.assertError(refresh(tokens.getRefreshToken().getValue()), "invalid_grant");
      TokenErrorsIT.assertError(waiting.redeem(code), "invalid_grant");
      var page = person.open(App.WEB.flow(server).address());
      assertThat(page.has("login")).as("the session is dead").isTrue();
      assertThat(person.logIn(page).body()).contains("The username or the password is not right");
    } finally {
      change("UPDATE app_user SET active = true WHERE username = 'alice'");
    }
  }

  @Test
  void S17_aClientThatIsSwitchedOffGetsNothingMore() throws Exception {
    var app =
        new Administration(server).register("confidential", "Off soon", App.WEB.redirectUri());
    var person = Person.of(server, "bob");
    var tokens = app.flow(server).tokens(person);
    var refresh = tokens.getRefreshToken().getValue();
    var consent = person.open(app.flow(server).with("prompt", "consent").address());
    change("UPDATE client SET active = false WHERE id = '" + app.id() + "'");
    await(() -> app.post(server, "/introspect", "token", "x").status() == 401);
    assertThat(redeem(app, refresh).status()).isEqualTo(401);
    assertThat(isActive(tokens.getAccessToken().getValue())).isFalse();
    RedirectIT.assertPage(person.get(app.flow(server).address()));
    var allowed = person.press(consent, "allow");
    assertThat(allowed.status()).as("the flow is checked again at its end").isEqualTo(400);
    assertThat(allowed.address().toString()).startsWith(server.issuer() + "/");
  }

  @Test
  void S11_aFlowIsCheckedAgainAgainstItsClientAtTheEnd() throws Exception {
    var app = new Administration(server).register("public", "Moves", App.WEB.redirectUri());
    var person = Person.of(server, "bob").loggedIn();
    var consent = person.open(app.flow(server).with("prompt", "consent").address());
    var moved = "UPDATE client SET redirect_uris = 'https://moved.example/cb' WHERE id = '%s'";
    change(moved.formatted(app.id()));
    await(() -> person.get(app.flow(server).address()).status() == 400);
    assertThat(person.press(consent, "allow").status()).isEqualTo(400);
  }

  @Test
  void S09_afterTheGraceTheTokenBeforeTheNewestEndsTheGrant() {
    var first = App.WEB.flow(server).tokens(Person.of(server, "bob")).getRefreshToken().getValue();
    var second = refresh(first).text("refresh_token");
    assertThat(isActive(second)).isTrue();
    TokenErrorsIT.assertError(refresh(first), "invalid_grant");
    assertThat(isActive(second)).isFalse();
    TokenErrorsIT.assertError(refresh(second), "invalid_grant");
  }

  @Test
  void aSecretWithAnyCharacterIsFormDecodedFromBasic() throws Exception {
    var secret = "s3cret +%:&=\u00e9\u20ac";
    var sql =
        "INSERT INTO client (id, name, confidential, grant_types, scopes, token_format,"
            + " response_profile, may_introspect, active, created_at, updated_at, version) VALUES ('odd id:+%',"
            + " 'Odd', true, 'client_credentials', 'read', 'jwt', 'none', false, true, 0, 0, 1)";
    change(sql);
    change(
        "INSERT INTO client_secret (id, client_id, digest, created_at)"
            + " VALUES ('odd', 'odd id:+%', '"
            + Digest.of(secret).value()
            + "', 0)");
    var odd = App.confidential("odd id:+%", secret);
    assertThat(odd.post(server, "/token", "grant_type", "client_credentials").status())
        .isEqualTo(200);
    var raw = Http.rawBasic("odd id:+%:" + secret);
    var answer =
        new Http(server).post("/token", "grant_type=client_credentials", "Authorization", raw);
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void S20_aNulOrBrokenTextReachesNoDatabaseAsAnError() {
    var person = Person.of(server, "bob");
    for (var name : List.of("bo\u0000b", "\u0000", "\ud83d\udca9", "\uffff")) {
      var page = person.open("/login");
      var after = person.press(page, "login", "username", name, "password", name);
      assertThat(after.status()).isIn(200, 400);
      assertThat(after.has("login") || after.status() == 400).isTrue();
      assertThat(person.cookies()).doesNotContainKey("sallyport_session");
    }
    var administrator = new Administration(server).administrator();
    for (var id : List.of("%00", "x%00y", "%F0%9F%92%A9", "%EF%BF%BF")) {
      assertThat(administrator.open("/admin/clients/delete?id=" + id).status()).isIn(404, 400);
      var page = administrator.open("/admin/clients/delete?id=demo-web");
      assertThat(administrator.press(page, "delete", "id", "x\u0000").status()).isLessThan(500);
    }
    var created = new Administration(server).submit("name", "nul\u0000", "redirect_uris", "\u0000");
    assertThat(created.status() == 400 || created.body().contains("There is a problem")).isTrue();
    assertThat(App.WEB.flow(server).tokens(person)).isNotNull();
  }

  @Test
  void S25_atItsFinestTheLogHoldsNoSecret() {
    var planted = new ArrayList<String>();
    plantTokens(planted);
    plantGuesses(planted);
    plantPasswords(planted);
    plantBrokenRequests(planted);
    var log = server.logText();
    assertThat(log).contains("FINE").contains("org.sallyport");
    assertThat(planted).hasSizeGreaterThan(15).allMatch(secret -> secret.length() > 5);
    for (var secret : planted) {
      for (var form : formsOf(secret)) {
        assertThat(log.contains(form)).as("the log holds " + secret + " as " + form).isFalse();
      }
    }
  }

  private static void plantTokens(List<String> planted) {
    var person = Person.of(server, "bob");
    planted.add("bob-in-demo-land");
    planted.add(App.WEB.secret().get());
    var flow = App.WEB.flow(server).with("prompt", "consent");
    var code = flow.code(person);
    var answer = flow.redeem(code);
    var next = refresh(answer.text("refresh_token"));
    planted.addAll(person.cookies().values());
    planted.addAll(List.of(code, flow.verifier()));
    for (var one : List.of(answer, next)) {
      planted.add(one.text("access_token"));
      planted.add(one.text("refresh_token"));
      isActive(one.text("access_token"));
      isActive(one.text("refresh_token"));
    }
    refresh(answer.text("refresh_token"));
    App.WEB.post(server, "/revoke", "token", next.text("access_token"));
    flow.redeem(code);
    planted.add(App.API.secret().get());
  }

  private static void plantGuesses(List<String> planted) {
    var person = Person.of(server, "bob");
    var page = person.open("/login");
    person.press(page, "login", "username", "bob", "password", "planted guess \u00e9+%");
    planted.add("planted guess \u00e9+%");
    person.press(page, "login", "username", "planted-as-a-name", "password", "planted-as-pass");
    planted.add("planted-as-pass");
    new Http(server)
        .post("/token", "grant_type=x", "Authorization", Http.basic("demo-web", "planted-basic"));
    planted.add("planted-basic");
    App.confidential("demo-web", "planted-post")
        .post(server, "/token", "client_id", "demo-web", "client_secret", "planted-secret");
    planted.addAll(List.of("planted-post", "planted-secret"));
    planted.addAll(person.cookies().values());
    var app =
        new Administration(server).register("confidential", "Secretive", App.WEB.redirectUri());
    planted.add(app.secret().get());
  }

  private static void plantPasswords(List<String> planted) {
    var people = new People(server);
    var made = people.newcomer("planted-newcomer");
    planted.add(People.PASSWORD);
    var link = people.resetLink(made.id());
    planted.add(link.substring(link.indexOf('=') + 1));
    choose(made.person(), link, "reset", "planted by a link", planted);
    var person = Person.with(server, "planted-newcomer", "planted by a link").loggedIn();
    choose(person, "/account/password", "change", "planted by choice", planted);
    person.press(
        person.open("/account/password"), "change", "current_password", "planted as current");
    planted.add("planted as current");
    var other = people.newcomer("planted-other").person();
    other.logIn(other.open("/login"));
    choose(other, "/password", "choose", "planted when forced", planted);
    planted.addAll(person.cookies().values());
    planted.addAll(other.cookies().values());
    planted.add("planted initially");
    people.create("x", "access", "password", "initial_password", "planted initially");
  }

  private static void choose(
      Person person, String address, String button, String password, List<String> planted) {
    var fields =
        new String[] {
          "new_password",
          password,
          "new_password_again",
          password,
          "current_password",
          "planted by a link"
        };
    person.press(person.open(address), button, fields);
    planted.add(password);
  }

  private static void plantBrokenRequests(List<String> planted) {
    var http = new Http(server);
    App.WEB.flow(server).redeem("planted-code", "code_verifier", "planted-verifier");
    refresh("planted-refresh-token");
    isActive("planted.jwt.token");
    http.post("/token", "client_secret=planted-broken-%zz&client_id=demo-web");
    http.post("/token", "client_secret=planted-twice&client_secret=planted-again");
    http.get("/token", "Authorization", "Bearer planted-bearer");
    http.get("/nowhere", "Authorization", "Basic planted-header");
    planted.addAll(
        List.of(
            "planted-code",
            "planted-verifier",
            "planted-refresh-token",
            "planted.jwt.token",
            "planted-broken",
            "planted-twice",
            "planted-again",
            "planted-bearer",
            "planted-header"));
  }

  /** As it is, URL-encoded, and in Base64 wherever it begins within three bytes. */
  private static List<String> formsOf(String secret) {
    var forms = new ArrayList<>(List.of(secret, Http.encode(secret)));
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (var shift = 0; shift < 3; shift++) {
      var shifted = new byte[shift + bytes.length];
      System.arraycopy(bytes, 0, shifted, shift, bytes.length);
      for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        // The first and the last characters depend on what stands before and after.
        var text = encoder.withoutPadding().encodeToString(shifted);
        forms.add(text.substring(shift == 0 ? 0 : shift + 1, text.length() - 2));
      }
    }
    return forms;
  }

  private static void change(String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
      statement.execute("UPDATE change_counter SET counter = counter + 1");
    }
  }

  private static void await(BooleanSupplier condition) {
    var end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the change is seen in time").isBefore(end);
      Thread.onSpinWait();
    }
  }

  private static Answer refresh(String token) {
    return redeem(App.WEB, token);
  }

  private static Answer redeem(App app, String token) {
    return app.post(server, "/token", "grant_type", "refresh_token", "refresh_token", token);
  }

  private static boolean isActive(String token) {
    return App.API.post(server, "/introspect", "token", token).json().getBoolean("active");
  }
}
