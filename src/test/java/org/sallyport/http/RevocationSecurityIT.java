package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.Server;

/** RFC 7009: revoking is safe to repeat, at the same moment too. */
class RevocationSecurityIT {

  private static final String MACHINE =
      "client_id=demo-machine" + "&client_secret=demo-machine-secret-0123456789abcdef0123456789ab";

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void twentyRevocationsOfOneTokenAtOnceAllSucceed() {
    var answer = post("/token", "grant_type=client_credentials&" + MACHINE).join();
    assertThat(answer.headers().firstValue("Pragma")).contains("no-cache");
    var token = answer.body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");

    var all =
        Stream.generate(() -> post("/revoke", MACHINE + "&token=" + token)).limit(20).toList();

    assertThat(all).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
    assertThat(post("/introspect", MACHINE + "&token=" + token).join().body())
        .isEqualTo("{\"active\":false}");
  }

  @Test
  void S24_everySharedAnswerVariesByOrigin() {
    assertThat(post("/token", MACHINE).join().headers().allValues("Vary")).contains("Origin");
  }

  private CompletableFuture<HttpResponse<String>> post(String path, String form) {
    var request =
        HttpRequest.newBuilder(URI.create(Server.shared().address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return http.sendAsync(request, BodyHandlers.ofString());
  }
}
