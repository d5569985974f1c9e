package org.sallyport.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Databases;
import org.sallyport.testing.Databases.Database;
import org.sallyport.testing.Databases.DatabaseServer;
import org.sallyport.testing.Person;
import org.sallyport.testing.Program;
import org.sallyport.testing.Program.Ended;
import org.sallyport.testing.Server;

/**
 * The move of an administrator: real tables of the old systems, and the program that people run.
 */
class MovingIT {

  private static final Server SERVER = Server.shared();
  private static final String CALLBACK = "https://files.example.org/callback";
  private static final String OWNCLOUD = "/index.php/apps/oauth2";
  private static final String PASSWORD = "a password of before";

  @TempDir private Path folder;

  private final App web = new App(Randomness.secret(), Optional.of(Randomness.secret()), CALLBACK);
  private final App desktop =
      new App(Randomness.secret(), Optional.of(Randomness.secret()), "http://localhost:49152");
  private final String person = "moved-" + Randomness.name();
  private final String disabled = "gone-" + Randomness.name();
  private final String refreshToken = Randomness.secret();

  static Stream<DatabaseServer> servers() {
    return Stream.of(Databases.postgres(), Databases.mariadb());
  }

  static Stream<Arguments> installations() {
    return Stream.of(
        Arguments.of(Databases.postgres(), ""), Arguments.of(Databases.mariadb(), "oc_"));
  }

  @ParameterizedTest
  @MethodSource("installations")
  void applicationsOfOwnCloudDoNotNotice(DatabaseServer server, String prefix) throws Exception {
    var database = owncloud(server.newDatabase(), prefix);
    var planned = moved("owncloud", database, "--users", "--dry-run").json();
    assertThat(planned.getBoolean("dry_run")).isTrue();
    assertThat(planned.getInt("imported")).isEqualTo(5);
    assertThat(refresh(refreshToken).error()).isEqualTo("invalid_client");

    var report = moved("owncloud", database, "--users").json();
    assertThat(rows(report)).isEqualTo(rows(planned));
    assertLogsIn();
    assertRefreshesOnce();

    var again = moved("owncloud", database, "--users").json();
    assertThat(again.getInt("imported")).isZero();
    assertThat(again.getInt("already_there")).isEqualTo(5);
    assertThat(again.getInt("skipped")).isEqualTo(1);
  }

  /** As the application did before: other addresses, no PKCE, HTTP Basic. */
  private void assertLogsIn() {
    var flow = web.flow(SERVER).without("code_challenge").without("code_challenge_method");
    var somebody = Person.with(SERVER, person, PASSWORD);
    var page = somebody.logIn(somebody.open(OWNCLOUD + "/authorize?" + flow.query()));
    var code = flow.code(page.has("allow") ? somebody.press(page, "allow") : page);
    var path = OWNCLOUD + "/api/v1/token";
    var tokens =
        web.post(
            SERVER,
            path,
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            CALLBACK);
    assertThat(tokens.text("user_id")).isEqualTo(person);
    assertThat(tokens.text("access_token")).matches("[0-9A-Za-z]{64}");
    assertThat(tokens.text("message_url")).endsWith("/authorization-successful");
    var gone = Person.with(SERVER, disabled, PASSWORD);
    assertThat(gone.logIn(gone.open("/login")).has("login")).isTrue();
  }

  private void assertRefreshesOnce() {
    var first = refresh(refreshToken);
    assertThat(first.text("user_id")).isEqualTo(person);
    var second = refresh(first.text("refresh_token"));
    assertThat(second.text("access_token")).isNotEmpty();
    assertThat(refresh(refreshToken).error()).isEqualTo("invalid_grant");
  }

  private Answer refresh(String token) {
    var path = OWNCLOUD + "/api/v1/token";
    return desktop.post(SERVER, path, "grant_type", "refresh_token", "refresh_token", token);
  }

  private Database owncloud(Database database, String prefix) throws SQLException {
    var hash = "1|" + hash(PASSWORD);
    var statements =
        List.of(
            "CREATE TABLE oc_oauth2_clients (id INT PRIMARY KEY, identifier VARCHAR(64),"
                + " secret VARCHAR(64), redirect_uri VARCHAR(2000), name VARCHAR(64),"
                + " allow_subdomains BOOLEAN, trusted BOOLEAN)",
            "CREATE TABLE oc_oauth2_auth_codes (id INT PRIMARY KEY, code VARCHAR(64), client_id INT,"
                + " user_id VARCHAR(64), expires INT, code_challenge VARCHAR(128),"
                + " code_challenge_method VARCHAR(16))",
            "CREATE TABLE oc_oauth2_access_tokens (id INT PRIMARY KEY, token VARCHAR(64),"
                + " client_id INT, user_id VARCHAR(64), expires INT)",
            "CREATE TABLE oc_oauth2_refresh_tokens (id INT PRIMARY KEY, token VARCHAR(64),"
                + " client_id INT, user_id VARCHAR(64), access_token_id INT)",
            "CREATE TABLE oc_users (uid VARCHAR(64) PRIMARY KEY, displayname VARCHAR(64),"
                + " password VARCHAR(255))",
            "CREATE TABLE oc_accounts (id INT PRIMARY KEY, email VARCHAR(255), user_id VARCHAR(255),"
                + " state SMALLINT)",
            "INSERT INTO oc_oauth2_clients VALUES (1, '%s', '%s', '%s', 'Files', FALSE, TRUE)"
                .formatted(web.id(), web.secret().orElseThrow(), CALLBACK),
            "INSERT INTO oc_oauth2_clients VALUES (2, '%s', '%s', 'http://localhost:*', 'Desktop',"
                    .formatted(desktop.id(), desktop.secret().orElseThrow())
                + " FALSE, FALSE)",
            "INSERT INTO oc_oauth2_refresh_tokens VALUES (1, '%s', 2, '%s', 1)"
                .formatted(refreshToken, person),
            "INSERT INTO oc_oauth2_refresh_tokens VALUES (2, '%s', 2, 'nobody-%s', 2)"
                .formatted(Randomness.secret(), person),
            "INSERT INTO oc_users VALUES ('%s', 'Somebody', '%s')".formatted(person, hash),
            "INSERT INTO oc_users VALUES ('%s', NULL, '%s')".formatted(disabled, hash),
            "INSERT INTO oc_accounts VALUES (1, 'a@example.org', '%s', 1)".formatted(person),
            "INSERT INTO oc_accounts VALUES (2, NULL, '%s', 2)".formatted(disabled));
    execute(
        database,
        statements.stream().map(text -> text.replace("oc_", prefix)).toArray(String[]::new));
    return database;
  }

  @ParameterizedTest
  @MethodSource("servers")
  void applicationsOfLeagueDoNotNotice(DatabaseServer server) throws Exception {
    var database = league(server.newDatabase());
    var report = moved("league", database, "--users", "--scope", "read").json();
    assertThat(report.toString())
        .contains("Log in once more: its 1 living refresh tokens")
        .contains("becomes a digest when it is used first")
        .doesNotContain(web.secret().orElseThrow());
    var flow = web.flow(SERVER).without("code_challenge").without("code_challenge_method");
    var somebody = Person.with(SERVER, person, PASSWORD);
    var code = flow.code(somebody.allow("/authorize?" + flow.query()));
    var tokens =
        web.post(
            SERVER,
            "/token",
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            CALLBACK);
    assertThat(tokens.text("refresh_token")).isNotEmpty();
    var own = web.post(SERVER, "/token", "grant_type", "client_credentials", "scope", "read");
    assertThat(own.text("access_token")).isNotEmpty();
    var again = moved("league", database, "--users").json();
    assertThat(again.getInt("imported")).isZero();
    assertThat(again.getInt("already_there")).isEqualTo(3);
  }

  private Database league(Database database) throws SQLException {
    execute(
        database,
        "CREATE TABLE oauth2_client (identifier VARCHAR(64) PRIMARY KEY, name VARCHAR(128),"
            + " secret VARCHAR(128), redirect_uris TEXT, grants TEXT, scopes TEXT, active BOOLEAN,"
            + " allow_plain_text_pkce BOOLEAN)",
        "CREATE TABLE oauth2_access_token (identifier CHAR(80) PRIMARY KEY, client VARCHAR(64),"
            + " expiry TIMESTAMP, user_identifier VARCHAR(128), scopes TEXT, revoked BOOLEAN)",
        "CREATE TABLE oauth2_refresh_token (identifier CHAR(80) PRIMARY KEY,"
            + " access_token CHAR(80), expiry TIMESTAMP, revoked BOOLEAN)",
        "CREATE TABLE ibexa_user (contentobject_id INT PRIMARY KEY, login VARCHAR(150),"
            + " email VARCHAR(150), password_hash VARCHAR(255), password_hash_type INT)",
        "INSERT INTO oauth2_client VALUES ('%s', 'Shop', '%s', '%s', NULL, NULL, TRUE, FALSE)"
            .formatted(web.id(), hash(web.secret().orElseThrow()), CALLBACK),
        "INSERT INTO oauth2_client VALUES ('%s', 'Off', NULL, '%s', 'authorization_code', 'read',"
                .formatted(desktop.id(), "https://spa.example.org/cb")
            + " FALSE, TRUE)",
        "INSERT INTO oauth2_access_token VALUES ('a1', '%s', '2037-01-01', 'x', '', FALSE)"
            .formatted(web.id()),
        "INSERT INTO oauth2_access_token VALUES ('a2', '%s', '2037-01-01', 'x', '', FALSE)"
            .formatted(web.id()),
        "INSERT INTO oauth2_refresh_token VALUES ('r1', 'a1', '2037-01-01', FALSE)",
        "INSERT INTO oauth2_refresh_token VALUES ('r2', 'a2', '2037-01-01', TRUE)",
        "INSERT INTO ibexa_user VALUES (14, '%s', 'x@example.org', '%s', 7)"
            .formatted(person, hash(PASSWORD)));
    return database;
  }

  @Test
  void theApplicationsOfOwnCloudComeOnlyWhenTheyAreAskedFor() {
    var report = run("import", "owncloud", "--known-clients", "--dry-run");
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(report.out())
        .contains("xdXOt13JKxym1B1QcEncf2XDkLAexMBFwiT9j6EfhhHFJhs2KM9jbjTmf8JBXE69")
        .contains("clients: 3 imported, 0 already there, 0 skipped")
        .doesNotContain("UBntmLjC2yYCeHwsyj73Uwo9TAaecAetRwMw0xYcvNL9yRdLSUi0hUAHfvCHFeFh");
  }

  @Test
  void whatCannotBeReadIsSaidInASentence() throws IOException {
    assertThat(run("import", "owncloud").code()).isEqualTo(2);
    assertThat(run("import", "league", "--jdbc-url", "jdbc:oracle:x").code()).isEqualTo(2);
    var away = run("import", "league", "--jdbc-url", "jdbc:postgresql://127.0.0.1:1/x");
    assertThat(away.code()).isEqualTo(4);
    var database = Databases.postgres().newDatabase();
    var missing = run(arguments("league", database));
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("--table-prefix").doesNotContain("Exception");
    var injected = run("import", "league", "--jdbc-url", "jdbc:h2:mem:x", "--table-prefix", "a;b");
    assertThat(injected.code()).isEqualTo(2);
  }

  private Ended moved(String system, Database database, String... more) throws IOException {
    var arguments = new ArrayList<>(List.of(arguments(system, database)));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("-o", "json"));
    var ended = run(arguments.toArray(String[]::new));
    assertThat(ended.code()).as(ended.err()).isZero();
    return ended;
  }

  private String[] arguments(String system, Database database) throws IOException {
    var file = Files.writeString(folder.resolve("password"), database.password());
    return new String[] {
      "import",
      system,
      "--jdbc-url",
      database.url(),
      "--user",
      database.user(),
      "--password-file",
      file.toString()
    };
  }

  private Ended run(String... arguments) {
    return Program.in(folder)
        .with("SALLYPORT_URL", SERVER.issuer().toString())
        .with("SALLYPORT_CLIENT_ID", "demo-admin")
        .with("SALLYPORT_CLIENT_SECRET", "demo-admin-secret-0123456789abcdef0123456789abc")
        .run(arguments);
  }

  private static List<JsonObject> rows(JsonObject report) {
    return report.getJsonArray("rows").getValuesAs(JsonObject.class);
  }

  private static void execute(Database database, String... statements) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      for (var text : statements) {
        statement.execute(text);
      }
    }
  }

  private static String hash(String text) {
    return BcryptFunction.getInstance(Bcrypt.Y, 4).hash(text).getResult();
  }
}
