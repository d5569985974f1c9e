package org.sallyport.cli.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.sallyport.cli.terminal.CommandFailure;

/** HTTP with the certificates that this Java trusts; redirects are not followed. */
final class Channel {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Set<Integer> AWAY = Set.of(502, 503, 504);

  private final HttpClient client =
      HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(CONNECT).build();

  /** The answer, whatever its status, unless nobody answers. */
  HttpResponse<String> send(HttpRequest.Builder request) {
    var asked = request.timeout(ANSWER).header("Accept", "application/json").build();
    var server = asked.uri().getRawAuthority();
    try {
      var answer = client.send(asked, BodyHandlers.ofString(UTF_8));
      if (AWAY.contains(answer.statusCode())) {
        throw CommandFailure.away(
            "The server %s is not there (status %d).".formatted(server, answer.statusCode()), null);
      }
      return answer;
    } catch (SSLException e) {
      throw CommandFailure.away(
          "The server %s has no certificate that this Java trusts.".formatted(server), e);
    } catch (IOException e) {
      throw CommandFailure.away("The server %s does not answer.".formatted(server), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("It was interrupted.", e);
    }
  }
}
