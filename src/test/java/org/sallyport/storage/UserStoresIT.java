package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.browser.OutsidePages;
import org.sallyport.testing.Administration;
import org.sallyport.testing.ApacheDirectory;
import org.sallyport.testing.App;
import org.sallyport.testing.Databases.Database;
import org.sallyport.testing.Http;
import org.sallyport.testing.Page;
import org.sallyport.testing.Person;
import org.sallyport.testing.Ports;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/**
 * People of a table in MariaDB, of one in PostgreSQL and of a directory log in by settings alone.
 */
class UserStoresIT {

  private static final String PASSWORD = "correct horse";
  private static final String BCRYPT =
      "$2y$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2";
  private static final String PBKDF2 =
      "pbkdf2_sha256$1000$saltysalt$ogyELkenhssjo9YzB+hLx2dedTg0guGJUM+KVU08H9I=";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final ApacheDirectory DIRECTORY = ApacheDirectory.start();
  private static final Relay LINE = Relay.on(Ports.free());
  private static Database blog;
  private static Database shop;
  private static Server server;

  @BeforeAll
  static void start() throws SQLException {
    blog = DatabaseKind.MARIADB.newDatabase();
    Rows.run(
        blog,
        "CREATE TABLE wp_users (ID BIGINT PRIMARY KEY, user_login VARCHAR(60),"
            + " user_pass VARCHAR(255), user_email VARCHAR(100), user_status INT)");
    Rows.run(blog, "INSERT INTO wp_users VALUES (1, 'walter', '" + BCRYPT + "', 'w@x.org', 0)");
    Rows.run(blog, "INSERT INTO wp_users VALUES (2, 'alice', '" + BCRYPT + "', 'a@x.org', 0)");
    Rows.run(blog, "INSERT INTO wp_users VALUES (3, 'wanda', '" + BCRYPT + "', 'v@x.org', 0)");
    shop = DatabaseKind.POSTGRES.newDatabase();
    Rows.run(
        shop,
        "CREATE TABLE auth_user (id INT PRIMARY KEY, username VARCHAR(150),"
            + " password VARCHAR(128), is_active BOOLEAN)");
    for (var name : new String[] {"dora", "dirk", "doris"}) {
      Rows.run(
          shop,
          "INSERT INTO auth_user VALUES (%d, '%s', '%s', TRUE)"
              .formatted(name.hashCode(), name, PBKDF2));
    }
    DIRECTORY.person("lena", PASSWORD, "mail: lena@x.org", "employeeType: staff");
    DIRECTORY.person("lars", PASSWORD).person("leo", PASSWORD).person("lea", PASSWORD);
    LINE.to(DIRECTORY.port());
    server = Server.start(StartOptions.of(settings()));
  }

  private static Map<String, String> settings() {
    var all = new TreeMap<String, String>();
    all.put("sallyport.demo", "true");
    all.put("sallyport.user-stores", "built-in,blog,shop,directory");
    table(all, "blog", blog);
    all.put(
        "sallyport.user-store.blog.sql.person",
        "SELECT ID AS id, user_login AS username, user_pass AS password_hash, user_email AS email"
            + " FROM wp_users WHERE user_login = :username");
    table(all, "shop", shop);
    all.put(
        "sallyport.user-store.shop.sql.person",
        "SELECT id, username, password AS password_hash, is_active AS active FROM auth_user"
            + " WHERE username = :canonical");
    all.put(
        "sallyport.user-store.shop.sql.state",
        "SELECT is_active AS active, password AS stamp FROM auth_user WHERE id = :id");
    all.put(
        "sallyport.user-store.shop.sql.upgrade",
        "UPDATE auth_user SET password = :hash WHERE id = :id AND password = :old");
    var directory = "sallyport.user-store.directory.";
    all.put(directory + "type", "ldap");
    all.put(directory + "ldap.url", "ldap://127.0.0.1:" + LINE.port());
    all.put(directory + "ldap.ca", DIRECTORY.certificate().toString());
    all.put(directory + "ldap.bind-dn", ApacheDirectory.ACCOUNT);
    all.put(directory + "ldap.bind-password", ApacheDirectory.PASSWORD);
    all.put(directory + "ldap.active", "(!(employeeType=left))");
    all.put(directory + "ldap.base", ApacheDirectory.PEOPLE);
    return all;
  }

  private static void table(Map<String, String> all, String name, Database database) {
    var prefix = "sallyport.user-store." + name + ".";
    all.put(prefix + "type", "sql");
    all.put(prefix + "jdbc.url", database.url());
    all.put(prefix + "jdbc.user", database.user());
    all.put(prefix + "jdbc.password", database.password());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop();
    }
    LINE.close();
    DIRECTORY.close();
  }

  private static Person person(String name) {
    return Person.with(server, name, PASSWORD);
  }

  private static boolean isActive(String token) {
    return App.API.post(server, "/introspect", "token", token).json().getBoolean("active");
  }

  @ParameterizedTest
  @ValueSource(strings = {"walter", "dora", "lena"})
  void whoIsKeptOutsideLogsInByTheOldPassword(String name) {
    var tokens = App.WEB.flow(server).tokens(person(name));

    var token = tokens.getAccessToken().getValue();
    var told = App.API.post(server, "/introspect", "token", token);
    assertThat(told.text("username")).isEqualTo(name);
    assertThat(told.text("sub")).matches("[0-9a-f-]{36}");
    assertThat(Refreshing.refresh(server, tokens.getRefreshToken().getValue()).status())
        .isEqualTo(200);
    var again = App.SPA.flow(server).tokens(person(name)).getAccessToken().getValue();
    assertThat(App.API.post(server, "/introspect", "token", again).text("sub"))
        .isEqualTo(told.text("sub"));
  }

  @Test
  void aHashThatMayBeUpgradedIsArgon2idAfterTheLogin() throws SQLException {
    person("doris").loggedIn();

    assertThat(
            Rows.number(
                shop,
                "SELECT COUNT(*) FROM auth_user WHERE username = 'doris'"
                    + " AND password LIKE '$argon2id$%'"))
        .isOne();
    assertThat(person("doris").loggedIn().open("/").body()).contains("You are signed in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"w\uD83D\uDE00lter", "a\uD83D", "' OR ''='", "*)(uid=*", "99999999999999"})
  void S20_aNameThatADatabaseCannotReadHarmsNobody(String name) {
    var stranger = person(name);
    assertThat(stranger.logIn(stranger.open("/login")).body())
        .contains("The username or the password is not right");
    assertThat(person("walter").loggedIn().open("/").body()).contains("You are signed in");
  }

  @Test
  void theSameNameInALaterStoreIsNotTheSamePerson() {
    var taken = person("alice");

    assertThat(taken.logIn(taken.open("/login")).body())
        .contains("The username or the password is not right");
    assertThat(Person.of(server, "alice").loggedIn().open("/").body())
        .contains("You are signed in");
  }

  @Test
  void administratorsSwitchOutsidePeopleOffAndChangeNothingElse() {
    var visitor = person("wanda").loggedIn();
    var id = idOf("wanda");
    var administrator = Person.of(server, "admin").loggedIn();
    var page = administrator.open("/admin/users/edit?id=" + id);

    assertThat(page.body()).contains("blog", "kept in another user store");
    assertThat(page.has("save")).isFalse();
    assertThat(page.has("reset")).isFalse();
    assertThat(visitor.open("/account/password").address().getPath()).isEqualTo("/");
    administrator.press(page, "disable");
    assertThat(visitor.open("/").body()).doesNotContain("You are signed in");
    assertThat(visitor.logIn(visitor.open("/login")).body())
        .contains("The username or the password is not right");
    administrator.press(administrator.open("/admin/users/edit?id=" + id), "enable");
    assertThat(visitor.loggedIn().open("/").body()).contains("You are signed in");
  }

  private static String idOf(String name) {
    var flow = App.WEB.flow(server).tokens(person(name)).getAccessToken().getValue();
    return App.API.post(server, "/introspect", "token", flow).text("sub");
  }

  @Test
  void S17_whoIsDisabledOutsideIsRefusedEverywhere() throws SQLException {
    var dirk = person("dirk");
    var tokens = App.WEB.flow(server).tokens(dirk);
    var waiting = App.SPA.flow(server);
    var code = waiting.code(dirk);
    assertThat(isActive(tokens.getAccessToken().getValue())).isTrue();

    Rows.run(shop, "UPDATE auth_user SET is_active = FALSE WHERE username = 'dirk'");

    Patience.await("a dead token", () -> !isActive(tokens.getAccessToken().getValue()));
    var refresh = Refreshing.refresh(server, tokens.getRefreshToken().getValue());
    assertThat(refresh.error()).isEqualTo("invalid_grant");
    assertThat(waiting.redeem(code).error()).isEqualTo("invalid_grant");
    assertThat(dirk.open("/").body()).doesNotContain("You are signed in");
    assertThat(dirk.logIn(dirk.open("/login")).body())
        .contains("The username or the password is not right");
  }

  @Test
  void S17_whoLeavesTheDirectoryIsRefusedEverywhere() {
    var token = App.WEB.flow(server).tokens(person("leo")).getRefreshToken().getValue();
    DIRECTORY.change("leo", "employeeType", "left");
    Patience.await("a dead token", () -> !isActive(token));
    assertRefused("leo", PASSWORD);
  }

  @Test
  void aPasswordThatIsChangedInTheDirectoryEndsWhatTheOldOneGave() {
    var token = App.WEB.flow(server).tokens(person("lea")).getRefreshToken().getValue();
    DIRECTORY.change("lea", "userPassword", "another horse");
    Patience.await("a dead token", () -> !isActive(token));
    assertRefused("lea", PASSWORD);
    var lea = Person.with(server, "lea", "another horse").loggedIn();
    assertThat(lea.open("/").body()).contains("You are signed in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", "correct horse "})
  void theDirectoryRefusesAnyOtherPassword(String password) {
    assertRefused("lena", password);
  }

  private static void assertRefused(String name, String password) {
    var person = Person.with(server, name, password);
    assertThat(person.logIn(person.open("/login")).body())
        .contains("The username or the password is not right");
  }

  @Test
  void applicationsLearnWhatTheStoreTellsOfAPerson() {
    var app =
        new Administration(server)
            .register(
                App.WEB.redirectUri(),
                "name",
                "Addresses",
                "redirect_uris",
                App.WEB.redirectUri(),
                "scopes",
                "openid profile email");
    var flow = app.flow(server).with("scope", "openid profile email");
    var token = flow.tokens(person("lena")).getAccessToken().getValue();
    var told = new Http(server).get("/userinfo", "Authorization", "Bearer " + token);
    assertThat(told.text("email")).isEqualTo("lena@x.org");
    assertThat(told.text("name")).isEqualTo("lena");
    assertThat(told.json()).doesNotContainKey("email_verified");
    var less = app.flow(server).with("scope", "openid profile").tokens(person("lena"));
    var header = "Bearer " + less.getAccessToken().getValue();
    assertThat(new Http(server).get("/userinfo", "Authorization", header).json())
        .containsKey("name")
        .doesNotContainKey("email");
  }

  @Test
  void whoIsKeptOutsideHasAnAccountPageWithoutAPassword() {
    var lena = person("lena").loggedIn();
    assertThat(lena.open("/account").body())
        .contains("You are signed in as", "lena")
        .doesNotContain("/account/password");
  }

  @Test
  void thePagesThatOnlyThisServerHasAreReadable() {
    person("lars").loggedIn();
    try (var pages = OutsidePages.of(server)) {
      pages.account("lars", PASSWORD);
      pages.user(person("lars"));
      LINE.cut();
      pages.loginWhileAway("lars", PASSWORD);
    } finally {
      LINE.mend();
      Patience.await(
          "the directory", () -> person("lars").loggedIn().open("/").body().contains("signed in"));
    }
  }

  @Test
  void whileAStoreIsAwayItsLoginSaysSoAndEverythingElseGoesOn() {
    var lars = person("lars");
    var outside = App.WEB.flow(server).tokens(lars).getRefreshToken().getValue();
    var token = Refreshing.newToken(server, Person.of(server, "alice").loggedIn());
    LINE.cut();
    try {
      var began = System.nanoTime();
      var visitor = person("lars");
      Page page = visitor.logIn(visitor.open("/login"));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
      assertThat(page.status()).isEqualTo(503);
      assertThat(page.answer().header("Retry-After")).isEqualTo("5");
      assertThat(page.body()).contains("a directory of users cannot be reached");

      assertThat(Refreshing.refresh(server, token).status()).isEqualTo(200);
      assertThat(person("dora").loggedIn().open("/").body()).contains("You are signed in");
      assertThat(Person.of(server, "alice").loggedIn().open("/").body())
          .contains("You are signed in");
      // Asked without using it up, until what was known of the person is too old.
      Patience.await(
          "a refusal for now",
          () -> App.API.post(server, "/introspect", "token", outside).status() == 503);
      var refresh = Refreshing.refresh(server, outside);
      assertThat(refresh.status()).isEqualTo(503);
      assertThat(refresh.error()).isEqualTo("temporarily_unavailable");
    } finally {
      LINE.mend();
    }
    Patience.await("the same token", () -> Refreshing.refresh(server, outside).status() == 200);
  }
}
