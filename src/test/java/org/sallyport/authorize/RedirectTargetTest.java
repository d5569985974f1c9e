package org.sallyport.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sallyport.client.TestClients.CALLBACK;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.client.TestClients;
import org.sallyport.login.Flow;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthError;
import org.sallyport.testing.Injection;

class RedirectTargetTest {

  private final Client app = TestClients.unprotected("app");
  private final RedirectTarget targets =
      Injection.into(
          new RedirectTarget(),
          new Clients() {
            @Override
            public Client require(String id) {
              if (!id.equals("app")) {
                throw OAuthError.INVALID_CLIENT.because("the client is unknown");
              }
              return app;
            }
          });

  @Test
  void aRegisteredUriIsFound() throws Exception {
    var found = targets.find(flow("client_id=app&redirect_uri=" + CALLBACK));

    assertThat(found.client()).isSameAs(app);
    assertThat(found.redirectUri()).isEqualTo(CALLBACK);
  }

  @Test
  void theOnlyRegisteredUriNeedNotBeSent() throws Exception {
    assertThat(targets.find(flow("client_id=app")).redirectUri()).isEqualTo(CALLBACK);

    Injection.set(app, "redirectUris", List.of(CALLBACK, CALLBACK + "2"));
    assertThat(refusal("client_id=app")).isEqualTo("error.redirect");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/callback",
        CALLBACK + "/",
        CALLBACK + "?a=b",
        CALLBACK + "&redirect_uri=" + CALLBACK,
        CALLBACK + "&redirect_uri=https://evil.example/",
        "javascript:alert(1)"
      })
  void S01_anyOtherUriIsShownAndNeverFollowed(String uri) {
    assertThat(refusal("client_id=app&redirect_uri=" + uri)).isEqualTo("error.redirect");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "client_id=", "client_id=nobody", "client_id=app&client_id=app"})
  void withoutOneKnownClientNothingIsFollowed(String query) {
    assertThat(refusal(query + "&redirect_uri=" + CALLBACK)).isEqualTo("error.client");
  }

  private String refusal(String query) {
    return catchThrowableOfType(RedirectTarget.Unknown.class, () -> targets.find(flow(query)))
        .problem()
        .key();
  }

  private static Flow flow(String query) {
    return Flow.of("/authorize", FormDecoder.parse(query), Instant.EPOCH);
  }
}
