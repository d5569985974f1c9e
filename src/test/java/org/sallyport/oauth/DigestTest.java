package org.sallyport.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {

  @Test
  void theChallengeIsThatOfRfc7636AppendixB() {
    assertThat(Digest.s256("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  }

  @Test
  void onlyTheSecretItselfMatches() {
    var digest = Digest.of("secret");

    assertThat(digest.matches("secret")).isTrue();
    assertThat(digest.matches("Secret")).isFalse();
    assertThat(digest.matches("")).isFalse();
    assertThat(digest.matches(digest.value())).isFalse();
  }

  @Test
  void aStoredDigestIsComparedAsAWhole() {
    assertThat(new Digest(Digest.of("secret").value().substring(0, 42)).matches("secret"))
        .isFalse();
    assertThat(new Digest("").matches("secret")).isFalse();
  }
}
