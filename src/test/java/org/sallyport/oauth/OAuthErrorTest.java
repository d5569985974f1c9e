package org.sallyport.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuthErrorTest {

  @ParameterizedTest
  @CsvSource({
    "INVALID_REQUEST, invalid_request, 400",
    "INVALID_CLIENT, invalid_client, 401",
    "INVALID_GRANT, invalid_grant, 400",
    "UNAUTHORIZED_CLIENT, unauthorized_client, 400",
    "UNSUPPORTED_GRANT_TYPE, unsupported_grant_type, 400",
    "INVALID_SCOPE, invalid_scope, 400",
    "TOO_MANY_REQUESTS, too_many_requests, 429",
    "TEMPORARILY_UNAVAILABLE, temporarily_unavailable, 503"
  })
  void eachErrorHasItsWordAndStatus(OAuthError error, String code, int status) {
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.status()).isEqualTo(status);
    assertThat(error.because("why").status()).isEqualTo(status);
  }

  @Test
  void aRefusalKeepsItsWordsWhateverIsAdded() {
    var refused =
        OAuthError.INVALID_REQUEST
            .because("for the client")
            .detail("for the log")
            .status(413)
            .retryAfter(Duration.ofSeconds(3));

    assertThat(refused.error()).isEqualTo(OAuthError.INVALID_REQUEST);
    assertThat(refused.description()).isEqualTo("for the client");
    assertThat(refused.detail()).isEqualTo("for the log");
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.retryAfter()).hasSeconds(3);
    assertThat(refused.getStackTrace()).isEmpty();
  }
}
