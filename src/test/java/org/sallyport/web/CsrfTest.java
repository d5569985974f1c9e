package org.sallyport.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.oauth.Randomness;

class CsrfTest {

  private final String secret = Randomness.secret();

  @Test
  void aFormBringsTheTokenOfItsCookieAndPurpose() {
    var token = Csrf.token(secret, "/login");

    assertThat(token).matches("[A-Za-z0-9_-]{43}").isEqualTo(Csrf.token(secret, "/login"));
    assertThat(Csrf.matches(secret, "/login", token)).isTrue();
  }

  @Test
  void aTokenOfAnotherBrowserOrPurposeIsRefused() {
    assertThat(Csrf.matches(secret, "/login", Csrf.token(secret, "/consent"))).isFalse();
    assertThat(Csrf.matches(secret, "/login", Csrf.token(Randomness.secret(), "/login"))).isFalse();
  }

  @Test
  void aMissingShortenedOrAlteredTokenIsRefused() {
    var token = Csrf.token(secret, "/login");

    assertThat(Csrf.matches(secret, "/login", null)).isFalse();
    assertThat(Csrf.matches(secret, "/login", "")).isFalse();
    assertThat(Csrf.matches(secret, "/login", token.substring(1))).isFalse();
    assertThat(Csrf.matches(secret, "/login", token + "A")).isFalse();
    assertThat(Csrf.matches(secret, "/login", secret)).isFalse();
  }
}
