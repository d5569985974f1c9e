package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.Answer;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** A process that ends in the middle of its work loses nothing that it has answered. */
abstract class Crash {

  private static final int GRANTS = 8;
  private static final int REFRESHES = 400;

  /** The application's view of a grant: it refreshes until the server is gone. */
  private static final class Holder {
    private final AtomicInteger count;
    private volatile String newest;

    Holder(String token, AtomicInteger count) {
      this.newest = token;
      this.count = count;
    }

    /** The token that was answered last. */
    String refreshUntilTheEnd(Server server) {
      try {
        while (true) {
          var answer = Refreshing.refresh(server, newest);
          assertThat(answer.status()).isEqualTo(200);
          newest = answer.text("refresh_token");
          count.incrementAndGet();
        }
      } catch (IllegalStateException gone) {
        return newest;
      }
    }
  }

  abstract StartOptions options();

  @Test
  void refreshTokensThatWereAnsweredWorkAfterAKillUnderLoad() {
    var server = Server.start(options().with("sallyport.demo", "true"));
    var tokens = crashUnderLoad(server);

    server.restart();

    // Two holders of each token: both get the one successor.
    var answers =
        Together.run(2 * GRANTS, number -> Refreshing.refresh(server, tokens.get(number / 2)));
    assertThat(answers).extracting(Answer::status).containsOnly(200);
    var successors = answers.stream().map(answer -> answer.text("refresh_token")).distinct();
    assertThat(successors).hasSize(GRANTS).doesNotContainAnyElementsOf(tokens);
    server.kill();
  }

  private static List<String> crashUnderLoad(Server server) {
    var alice = Person.of(server, "alice").loggedIn();
    var count = new AtomicInteger();
    var holders = new ArrayList<Holder>();
    for (var i = 0; i < GRANTS; i++) {
      holders.add(new Holder(Refreshing.newToken(server, alice), count));
    }
    return Together.run(
            GRANTS + 1,
            number -> {
              if (number < GRANTS) {
                return holders.get(number).refreshUntilTheEnd(server);
              }
              Patience.await("enough refreshes", () -> count.get() >= REFRESHES);
              server.kill();
              return "";
            })
        .subList(0, GRANTS);
  }
}
