package org.sallyport.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalBase64Test {

  @ParameterizedTest
  @ValueSource(strings = {"", "AA", "AAA", "AAAA", "AA.AAA.AAAA", "_-8"})
  void theOneTextOfSomeBytesIsCanonical(String token) {
    assertThat(CanonicalBase64.isCanonical(token)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB", "AP", "AAB", "AAAA.AAD", "AA==", "AAA="})
  void anotherTextOfTheSameBytesIsNot(String token) {
    assertThat(CanonicalBase64.isCanonical(token)).isFalse();
  }

  @Test
  void whatIsNoBase64urlFails() {
    assertThatThrownBy(() -> CanonicalBase64.isCanonical("A+/A"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
