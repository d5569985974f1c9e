package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sallyport.testing.TestSettings.HTTPS;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sallyport.client.Client;
import org.sallyport.client.TestClients;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.testing.Injection;
import org.sallyport.testing.TestSettings;

class AudiencesTest {

  private static final String API = "https://api.example";

  private final Audiences audiences = new Audiences(TestSettings.server(HTTPS));
  private final Client client =
      Injection.set(TestClients.unprotected("app"), "resources", List.of(API));

  @Test
  void whoNamesNoResourceGetsTheClientsAudienceOrThisServer() {
    assertThat(audiences.resolve(client, List.of())).containsExactly(HTTPS);
    Injection.set(client, "audience", "https://other.example");
    assertThat(audiences.resolve(client, List.of())).containsExactly("https://other.example");
  }

  @Test
  void whoNamesResourcesGetsThose() {
    assertThat(audiences.resolve(client, List.of(API, HTTPS, API))).containsExactly(API, HTTPS);
  }

  @Test
  void aResourceThatTheClientMayNotNameIsRefused() {
    for (var resource : List.of("https://evil.example", API + "/", "HTTPS://API.EXAMPLE", "")) {
      assertThat(refusal(() -> audiences.resolve(client, List.of(API, resource))))
          .isEqualTo(OAuthError.INVALID_TARGET);
    }
  }

  @Test
  void onlyWhatWasGrantedIsNarrowedTo() {
    assertThat(audiences.narrow(List.of(API, HTTPS), List.of())).containsExactly(API, HTTPS);
    assertThat(audiences.narrow(List.of(API, HTTPS), List.of(HTTPS))).containsExactly(HTTPS);
    assertThat(refusal(() -> audiences.narrow(List.of(API), List.of(HTTPS))))
        .isEqualTo(OAuthError.INVALID_TARGET);
  }

  private static OAuthError refusal(ThrowingCallable call) {
    return catchThrowableOfType(OAuthException.class, call).error();
  }
}
