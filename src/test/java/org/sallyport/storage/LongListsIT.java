package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.AdminApi;
import org.sallyport.testing.Databases.Database;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** Lists of 10,000 clients and 100,000 people on PostgreSQL, which tells what it is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListsIT {

  private static final List<String> QUERIES =
      List.of(
          "/admin/clients",
          "/admin/clients?page=400&size=25",
          "/admin/clients?page=50&size=100",
          "/admin/clients?q=app-04711.example",
          "/admin/clients?q=client",
          "/admin/clients?type=public&status=inactive&grant=client_credentials",
          "/admin/clients?sort=id&dir=desc",
          "/admin/clients?sort=created&page=99999",
          "/admin/users",
          "/admin/users?page=4000",
          "/admin/users?q=person-0471",
          "/admin/users?status=administrators&sort=created",
          "/admin/users?status=disabled&dir=desc&page=100");

  private static final String CLIENTS =
      """
      INSERT INTO client SELECT made.* FROM client model, generate_series(1, 10000) n,
      LATERAL jsonb_populate_record(model, jsonb_build_object(
        'id', 'client-' || lpad(n::text, 5, '0'),
        'name', CASE WHEN n % 2 = 0 THEN 'Client ' ELSE 'client ' END || lpad(n::text, 5, '0'),
        'confidential', n % 5 <> 0,
        'active', n % 10 <> 0,
        'grant_types', CASE WHEN n % 4 = 0 THEN 'refresh_token client_credentials'
          ELSE 'authorization_code refresh_token' END,
        'redirect_uris', 'https://App-' || lpad(n::text, 5, '0') || '.example.org/callback',
        'created_at', 1000000000000 + n)) made
      WHERE model.id = 'demo-web'
      """;

  private static final String PEOPLE =
      """
      INSERT INTO app_user SELECT made.* FROM app_user model, generate_series(1, 100000) n,
      LATERAL jsonb_populate_record(model, jsonb_build_object(
        'id', '00000000-0000-7000-8000-' || lpad(n::text, 12, '0'),
        'username', 'Person-' || lpad(n::text, 6, '0'),
        'canonical_name', 'person-' || lpad(n::text, 6, '0'),
        'store_id', 'person-' || lpad(n::text, 6, '0'),
        'administrator', n % 1000 = 0,
        'active', n % 10 <> 0,
        'created_at', 1000000000000 + n)) made
      WHERE model.canonical_name = 'alice'
      """;

  private static final Pattern NAME = Pattern.compile("class=\"name\"[^>]*>([^<]*)<");
  private static final Pattern RANGE = Pattern.compile("class=\"range\">([^<]*)<");
  private static final Pattern STATEMENT = Pattern.compile("LOG:  execute [^:]*: (.*)");

  private Server server;
  private Connection postgres;
  private Person administrator;
  private Map<String, Integer> whenShort;

  @BeforeAll
  void start() throws SQLException {
    Database database = DatabaseKind.POSTGRES.newDatabase();
    postgres = DatabaseKind.POSTGRES.server().administrator();
    try (var statement = postgres.createStatement()) {
      statement.execute("ALTER ROLE " + database.user() + " SET log_statement = 'all'");
    }
    server = Server.start(StartOptions.of(Map.of("sallyport.demo", "true")).with(database));
    administrator = Person.of(server, "admin").loggedIn();
    whenShort = statements();
    Rows.run(database, CLIENTS);
    Rows.run(database, PEOPLE);
    Rows.run(database, "ANALYZE");
  }

  @AfterAll
  void stop() throws SQLException {
    server.kill();
    postgres.close();
  }

  /** How many statements each page takes, at the least: timers add theirs now and then. */
  private Map<String, Integer> statements() throws SQLException {
    var counts = new LinkedHashMap<String, Integer>();
    for (var query : QUERIES) {
      assertThat(administrator.get(query).status()).as(query).isEqualTo(200);
      var least = Integer.MAX_VALUE;
      for (var i = 0; i < 3; i++) {
        least = Math.min(least, asked(query).size());
      }
      counts.put(query, least);
    }
    return counts;
  }

  /** The statements that a page takes, without those of the server's own poll. */
  private List<String> asked(String query) throws SQLException {
    return asked(() -> administrator.get(query));
  }

  private List<String> asked(Runnable request) throws SQLException {
    var start = number("SELECT size FROM pg_stat_file('../server.log')");
    request.run();
    try (var statement = postgres.createStatement();
        var log =
            statement.executeQuery(
                "SELECT pg_read_file('../server.log', %d, 10000000)".formatted(start))) {
      log.next();
      return STATEMENT
          .matcher(log.getString(1))
          .results()
          .map(hit -> hit.group(1))
          .filter(sql -> !sql.contains("change_counter") && !sql.contains("expires_at <"))
          .toList();
    }
  }

  private long number(String sql) throws SQLException {
    try (var statement = postgres.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void aPageTakesTheSameFewStatementsHoweverLongTheListIs() throws SQLException {
    assertThat(statements()).isEqualTo(whenShort);
    assertThat(whenShort.values()).allMatch(count -> count >= 3 && count <= 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/clients", "/clients?page=20&size=200&state=active", "/users?size=200"})
  void aPageOfTheApiTakesFewStatements(String query) throws SQLException {
    var api = AdminApi.of(server, "sallyport:admin:read");
    assertThat(api.get(query).json().getJsonArray("items")).hasSizeGreaterThanOrEqualTo(50);
    assertThat(asked(() -> api.get(query))).hasSizeBetween(3, 6);
  }

  @Test
  void S26_whatIsSearchedIsNoPartOfTheStatement() throws SQLException {
    for (var path : List.of("/admin/clients", "/admin/users")) {
      var asked = asked(path + "?status=active&q=looking-for-this");
      assertThat(asked).filteredOn(sql -> sql.contains("LIKE $")).hasSize(2);
      assertThat(asked).noneMatch(sql -> sql.contains("looking-for-this"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/admin/clients | 1–25 of 10,005 | client 00001 | client 00025",
        "/admin/clients?page=2&size=100 | 101–200 of 10,005 | client 00101 | Client 00200",
        "/admin/clients?dir=desc&page=401 | 10,001–10,005 of 10,005 | client 00005 | client 00001",
        "/admin/clients?sort=id&page=400 | 9,976–10,000 of 10,005 | Client 09976 | Client 10000",
        "/admin/clients?sort=created&dir=asc | 1–25 of 10,005 | client 00001 | client 00025",
        "/admin/clients?sort=created&page=999999 | 10,001–10,005 of 10,005 | client 00005 | client 00001",
        "/admin/clients?q=CLIENT+047 | 1–25 of 100 | Client 04700 | Client 04724",
        "/admin/clients?q=app-04711.example | 1–1 of 1 | client 04711 | client 04711",
        "/admin/clients?q=client-10000 | 1–1 of 1 | Client 10000 | Client 10000",
        "/admin/clients?type=public&q=client- | 1–25 of 2,000 | client 00005 | client 00125",
        "/admin/clients?status=inactive | 1–25 of 1,000 | Client 00010 | Client 00250",
        "/admin/clients?grant=client_credentials&q=client- | 1–25 of 2,500 | Client 00004 | Client 00100",
        "/admin/users | 1–25 of 100,003 | admin | Person-000022",
        "/admin/users?page=4001 | 100,001–100,003 of 100,003 | Person-099998 | Person-100000",
        "/admin/users?sort=created&dir=asc&page=2 | 26–50 of 100,003 | Person-000026 | Person-000050",
        "/admin/users?q=PERSON-0471 | 1–25 of 100 | Person-047100 | Person-047124",
        "/admin/users?q=00000000-0000-7000-8000-000000004711 | 1–1 of 1 | Person-004711 | Person-004711",
        "/admin/users?status=disabled&dir=desc | 1–25 of 10,000 | Person-100000 | Person-099760",
        "/admin/users?status=administrators&q=p | 1–25 of 100 | Person-001000 | Person-025000"
      })
  void anyPageHasItsRows(String query, String range, String first, String last) {
    var page = administrator.get(query).body();
    var names = NAME.matcher(page).results().map(hit -> hit.group(1)).toList();
    var ranges = RANGE.matcher(page).results().map(hit -> hit.group(1)).toList();
    assertThat(ranges).first().isEqualTo(range);
    assertThat(names).first().isEqualTo(first);
    assertThat(names).last().isEqualTo(last);
  }

  @Test
  void everyRowIsOnOnePage() {
    var names =
        IntStream.rangeClosed(1, 101)
            .mapToObj(page -> administrator.get("/admin/clients?size=100&page=" + page).body())
            .flatMap(page -> NAME.matcher(page).results().map(hit -> hit.group(1)))
            .toList();
    assertThat(names).hasSize(10_005).doesNotHaveDuplicates();
  }

  @Test
  void anExportHasAllRows() {
    var clients = administrator.get("/admin/clients/export.csv").body().lines().toList();
    assertThat(clients).hasSize(10_006).doesNotHaveDuplicates();
    var people = administrator.get("/admin/users/export.csv?status=active").body().lines();
    assertThat(people).hasSize(90_004).doesNotHaveDuplicates();
  }
}
