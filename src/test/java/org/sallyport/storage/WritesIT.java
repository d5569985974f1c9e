package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sallyport.testing.App;
import org.sallyport.testing.Databases.Database;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** What is written, counted by PostgreSQL itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritesIT {

  /** Written at each start, or by timers and not for a request. */
  private static final String NOT_COUNTED =
      "('databasechangelog', 'databasechangeloglock', 'change_counter', 'lease', 'client_secret')";

  /** Rows of a table that were inserted, updated (within their page, too) and deleted. */
  private record Writes(long inserted, long updated, long hot, long deleted) {
    Writes minus(Writes other) {
      return new Writes(
          inserted - other.inserted,
          updated - other.updated,
          hot - other.hot,
          deleted - other.deleted);
    }

    boolean isNothing() {
      return inserted + updated + deleted == 0;
    }
  }

  private Database database;
  private Server server;
  private Connection administrator;
  private Person alice;
  private Map<String, Writes> before;

  @BeforeAll
  void start() throws SQLException {
    database = DatabaseKind.POSTGRES.newDatabase();
    administrator = DatabaseKind.POSTGRES.server().administrator();
    server = Server.start(StartOptions.of(Map.of("sallyport.demo", "true")).with(database));
    alice = Person.of(server, "alice").loggedIn();
    Refreshing.newToken(server, alice);
  }

  @AfterAll
  void stop() throws SQLException {
    server.kill();
    administrator.close();
  }

  @BeforeEach
  void countAnew() throws SQLException {
    settle();
    before = count();
  }

  /** A connection of PostgreSQL tells its last counts for certain when it ends. */
  private void settle() throws SQLException {
    var ended = processes("pg_terminate_backend(pid)");
    assertThat(ended).isNotEmpty();
    Patience.await("the old connections end", () -> Collections.disjoint(processes("TRUE"), ended));
    // The server finds its connections dead one by one, each by a request that fails.
    var good = new AtomicInteger();
    Patience.await(
        "the server has new connections",
        () -> {
          good.set(isServed() ? good.get() + 1 : 0);
          return good.get() > 20;
        });
  }

  private boolean isServed() {
    return App.API.post(server, "/introspect", "token", "x".repeat(64)).status() == 200;
  }

  /** Those that serve this database, with something done to each. */
  private List<Long> processes(String deed) throws SQLException {
    var pids = new ArrayList<Long>();
    try (var statement = administrator.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT pid, %s FROM pg_stat_activity WHERE datname = '%s'"
                    .formatted(deed, database.user()))) {
      while (rows.next()) {
        pids.add(rows.getLong(1));
      }
    }
    return pids;
  }

  private Map<String, Writes> count() throws SQLException {
    var counts = new TreeMap<String, Writes>();
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT relname, n_tup_ins, n_tup_upd, n_tup_hot_upd, n_tup_del"
                    + " FROM pg_stat_user_tables WHERE relname NOT IN "
                    + NOT_COUNTED)) {
      while (rows.next()) {
        counts.put(
            rows.getString(1),
            new Writes(rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5)));
      }
    }
    return counts;
  }

  /** By table; one that was not written is not there. */
  private Map<String, Writes> written() throws SQLException {
    settle();
    var written = new TreeMap<String, Writes>();
    count().forEach((table, now) -> written.put(table, now.minus(before.get(table))));
    assertThat(written).containsKeys("user_grant", "login_session", "opaque_token");
    written.values().removeIf(Writes::isNothing);
    return written;
  }

  @Test
  void anAnonymousAuthorizeRequestWritesNothing() throws SQLException {
    var page = Person.of(server, "bob").open(App.WEB.flow(server).address());

    assertThat(page.has("login")).isTrue();
    assertThat(written()).isEmpty();
  }

  @Test
  void aLoginWritesItsSessionAndOneRowOfTheAudit() throws SQLException {
    var bob = Person.of(server, "bob");
    var page = bob.open("/login");
    countAnew();

    bob.logIn(page);

    assertThat(written())
        .isEqualTo(
            Map.of("login_session", new Writes(1, 0, 0, 0), "audit_event", new Writes(1, 0, 0, 0)));
  }

  @Test
  void aCodeFlowOfSomeoneLoggedInWritesItsGrantTwiceAndNothingElse() throws SQLException {
    var token = Refreshing.newToken(server, alice);

    assertThat(token).hasSize(64);
    var writes = written();
    assertThat(writes).containsOnlyKeys("user_grant");
    assertThat(writes.get("user_grant").inserted()).isEqualTo(1);
    assertThat(writes.get("user_grant").updated()).isEqualTo(1);
    assertThat(writes.get("user_grant").deleted()).isZero();
  }

  @Test
  void aRefreshUpdatesOneRowAndNoIndex() throws SQLException {
    var token = Refreshing.newToken(server, alice);
    countAnew();

    assertThat(Refreshing.refresh(server, token).status()).isEqualTo(200);

    assertThat(written()).isEqualTo(Map.of("user_grant", new Writes(0, 1, 1, 0)));
  }

  @Test
  void aLostAnswerAskedForAgainWritesNothing() throws SQLException {
    var token = Refreshing.newToken(server, alice);
    assertThat(Refreshing.refresh(server, token).status()).isEqualTo(200);
    countAnew();

    assertThat(Refreshing.refresh(server, token).status()).isEqualTo(200);

    assertThat(written()).isEmpty();
  }

  @Test
  void clientCredentialsAndIntrospectionWriteNothing() throws SQLException {
    var answer = App.MACHINE.post(server, "/token", "grant_type", "client_credentials");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Refreshing.isAlive(server, answer.text("access_token"))).isTrue();
    assertThat(written()).isEmpty();
  }

  @Test
  void refusedRequestsWriteNothing() throws SQLException {
    var http = new Http(server);
    http.get("/authorize?client_id=demo-web&redirect_uri=http://127.0.0.1:9090/other");
    http.post("/token", "grant_type=client_credentials&client_id=nobody&client_secret=wrong");
    assertThat(Refreshing.refresh(server, "0".repeat(64)).status()).isEqualTo(400);

    assertThat(written()).isEmpty();
  }
}
