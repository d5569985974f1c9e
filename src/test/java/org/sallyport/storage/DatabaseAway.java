package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Databases.Database;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Ports;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** The database leaves while the server runs, and comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseAway {

  private static final int CALLERS = 8;

  private final DatabaseKind kind;
  private final Relay line = Relay.on(Ports.free());
  private Server server;
  private Person alice;

  DatabaseAway(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void start() {
    var database = kind.newDatabase();
    line.to(kind.server().port());
    var url = database.url().replace(":" + kind.server().port(), ":" + line.port());
    server =
        Server.start(
            StartOptions.of(Map.of("sallyport.demo", "true"))
                .with(new Database(url, database.user(), database.password())));
    alice = Person.of(server, "alice").loggedIn();
  }

  @AfterAll
  void stop() {
    server.kill();
    line.close();
  }

  @Test
  void requestsAreAnsweredAsFailedWhileItIsAwayAndAsUsualWhenItIsBack() {
    var token = Refreshing.newToken(server, alice);
    line.cut();
    try {
      assertFails(Refreshing.refresh(server, token));
      assertFails(App.API.post(server, "/introspect", "token", "x".repeat(64)));
      assertFails(Refreshing.redeem(server, "x".repeat(64), "x".repeat(64)));

      var page = alice.open("/login");
      assertThat(page.status()).isGreaterThanOrEqualTo(500);
      assertThat(page.answer().header("Content-Type")).startsWith("text/html");
      assertThat(page.body()).contains("<h1").doesNotContain("Exception", "at org.", "jdbc:");

      assertThat(new Http(server).get("/.well-known/jwks.json").status()).isEqualTo(200);
    } finally {
      line.mend();
    }

    Patience.await("a refresh", () -> Refreshing.refresh(server, token).status() == 200);
    assertThat(Refreshing.newToken(server, alice)).hasSize(64);
  }

  private static void assertFails(Answer answer) {
    assertThat(answer.status()).isGreaterThanOrEqualTo(500);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.error()).isEqualTo("server_error");
    assertThat(answer.body()).doesNotContain("Exception", "at org.", "jdbc:");
  }

  @Test
  void callersWhoNeverPauseAreServedAgainWhenItIsBack() {
    Together.run(CALLERS, number -> introspect());
    line.cut();
    Together.run(CALLERS, number -> introspect());
    line.mend();

    var served =
        Together.run(
            CALLERS,
            number -> {
              // Ten in a row: by then a caller has met every connection of the pool.
              for (int calls = 0, good = 0; calls < 2000; calls++) {
                good = introspect().status() == 200 ? good + 1 : 0;
                if (good == 10) {
                  return true;
                }
              }
              return false;
            });

    assertThat(served).containsOnly(true);
  }

  private Answer introspect() {
    return App.API.post(server, "/introspect", "token", "x".repeat(64));
  }
}
