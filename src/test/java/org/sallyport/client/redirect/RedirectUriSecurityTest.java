package org.sallyport.client.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S01: what some reader of a redirect URI might take for something else is not registered. */
class RedirectUriSecurityTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/%0d%0aX",
        "https://app.example/a%00b",
        "https://app.example/a%5Cb",
        "https://app.example/a%7fb",
        "https://app.example:65536/",
        "http://127.0.0.1:99999/callback",
        "http://[::1]:99999/callback"
      })
  void S01_encodedControlCharactersAndImpossiblePortsAreRefused(String uri) {
    assertThat(RedirectUri.problem(uri, RedirectRules.STRICT)).isPresent();
  }

  @Test
  void otherEncodedCharactersAreRegistered() {
    assertThat(
            RedirectUri.problem("https://app.example:65535/a%20b?x=%C3%A9", RedirectRules.STRICT))
        .isEmpty();
  }
}
