package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.storage.Patience;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Examples;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** The starters of examples/resource-server, deployed as they are. */
class ResourceServerIT {

  private static final Server SERVER = Examples.server();
  private static final Http HTTP = new Http(SERVER);
  private static final App OPAQUE =
      new Administration(SERVER)
          .register(
              App.WEB.redirectUri(),
              "name",
              "Notes, opaque",
              "redirect_uris",
              App.WEB.redirectUri(),
              "scopes",
              "read write",
              "token_format",
              "opaque");

  @AfterAll
  static void stop() {
    Examples.leave();
  }

  private static String token(String starter, String scope) {
    var app = starter.equals("jwt") ? App.WEB : OPAQUE;
    var flow = app.flow(SERVER).with("scope", scope);
    return flow.tokens(Person.of(SERVER, "alice")).getAccessToken().getValue();
  }

  private static Answer call(String method, String starter, String... headers) {
    return HTTP.send(method, "/notes-" + starter + "/notes", BodyPublishers.noBody(), headers);
  }

  private static Answer read(String starter, String token) {
    return call("GET", starter, "Authorization", "Bearer " + token);
  }

  @ParameterizedTest
  @MethodSource("org.sallyport.testing.Examples#starters")
  void aTokenOpensWhatItsScopesNameAndNothingElse(String starter) {
    var token = token(starter, "read");
    assertThat(read(starter, token).body()).startsWith("notes of ");
    var refused = call("POST", starter, "Authorization", "Bearer " + token);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"notes\", error=\"insufficient_scope\", scope=\"write\"");
    var both = token(starter, "read write");
    assertThat(call("POST", starter, "Authorization", "Bearer " + both).body())
        .startsWith("noted for ");
  }

  @ParameterizedTest
  @MethodSource("org.sallyport.testing.Examples#starters")
  void withoutATokenNothingIsOpen(String starter) {
    var answer = call("GET", starter);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=");
    assertThat(answer.body()).doesNotContain("notes of");
  }

  @ParameterizedTest
  @MethodSource("org.sallyport.testing.Examples#starters")
  void S13_aTokenWithAnyByteChangedIsRefused(String starter) {
    var token = token(starter, "read");
    var at = token.length() - 10;
    var changed = token.charAt(at) == 'A' ? 'B' : 'A';
    var forged = token.substring(0, at) + changed + token.substring(at + 1);
    assertThat(read(starter, forged).status()).isEqualTo(401);
    assertThat(read(starter, "nonsense").status()).isEqualTo(401);
  }

  @Test
  void whatWasRevokedIsOverWithinTheCachesTime() {
    var token = token("opaque", "read");
    assertThat(read("opaque", token).status()).isEqualTo(200);
    OPAQUE.post(SERVER, "/revoke", "token", token);
    Patience.await("the end", () -> read("opaque", token).status() == 401);
    assertThat(read("opaque", token).header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"notes\", error=\"invalid_token\"");
  }
}
