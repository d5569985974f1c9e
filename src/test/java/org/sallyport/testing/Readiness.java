package org.sallyport.testing;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Waits until a server that was started answers, or has said why it does not. */
public final class Readiness {

  private static final String REFUSAL = "Sallyport cannot start: ";
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private Readiness() {}

  /**
   * Waits for three minutes at most.
   *
   * @throws IllegalStateException when it has ended, refuses, or does not answer until then
   */
  public static void await(URI address, Process process, Supplier<String> log) {
    var end = Instant.now().plus(PATIENCE);
    while (!answers(address)) {
      var text = log.get();
      refusal(text);
      var failed = Container.FAILURES.stream().anyMatch(text::contains);
      if (failed || !process.isAlive() || Instant.now().isAfter(end)) {
        throw new IllegalStateException("the server is not ready, it wrote:\n" + tail(log.get()));
      }
      pause();
    }
  }

  private static void refusal(String text) {
    var start = text.indexOf(REFUSAL);
    var end = start < 0 ? -1 : text.indexOf('\n', start);
    if (end >= 0) {
      throw new RefusedException(text.substring(start, end).strip());
    }
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 4_000));
  }

  private static boolean answers(URI address) {
    try {
      var url = address.resolve("/.well-known/oauth-authorization-server").toURL();
      var connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(5_000);
      connection.setReadTimeout(10_000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The server has refused to start, and this is its sentence. */
  static final class RefusedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    RefusedException(String sentence) {
      super(sentence);
    }
  }
}
