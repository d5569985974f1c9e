package org.sallyport.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDecoderTest {

  @Test
  void nothingReadsAsNoParameters() {
    assertThat(FormDecoder.parse(null).asMap()).isEmpty();
    assertThat(FormDecoder.parse("").asMap()).isEmpty();
    assertThat(FormDecoder.parse("&&").asMap()).isEmpty();
  }

  @Test
  void pairsKeepTheirOrderAndRepetitions() {
    var form = FormDecoder.parse("b=2&a=1&b=3&c");

    assertThat(form.asMap())
        .containsExactly(
            java.util.Map.entry("b", List.of("2", "3")),
            java.util.Map.entry("a", List.of("1")),
            java.util.Map.entry("c", List.of("")));
  }

  @Test
  void onlyTheFirstEqualsSignParts() {
    assertThat(FormDecoder.parse("a=b=c&=d").asMap())
        .containsEntry("a", List.of("b=c"))
        .containsEntry("", List.of("d"));
  }

  @Test
  void namesAndValuesAreDecoded() {
    assertThat(FormDecoder.parse("n%61me=1+2%2B3%26%3d%C3%A4").require("name"))
        .isEqualTo("1 2+3&=ä");
  }

  @Test
  void rawBytesReadAsUtf8() {
    // A body is read as one char a byte.
    assertThat(FormDecoder.decode("\u00c3\u00a4")).isEqualTo("ä");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=%", "a=%4", "a=%4&b=1", "a=%zz", "a=%-1", "%=a", "a=%\uff11\uff11", "a=€"})
  void brokenPercentSignsAreRefused(String form) {
    assertThat(refusalOf(form).description()).isEqualTo("the form is not well encoded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=%ff", "a=%c3", "a=%c0%af", "a=%ed%a0%80", "a=\u00e4", "%f8%88%80%80%80"})
  void brokenUtf8IsRefused(String form) {
    assertThat(refusalOf(form).description()).isEqualTo("the form is not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%00", "a=x\u0000y", "%00=a"})
  void nulIsRefused(String form) {
    assertThat(refusalOf(form).description()).isEqualTo("a NUL character is not allowed");
  }

  @Test
  void aHundredParametersAreReadAndNoMore() {
    assertThat(FormDecoder.parse("a=1" + "&a=1".repeat(99)).all("a")).hasSize(100);

    assertThat(refusalOf("a=1" + "&a=1".repeat(100)).description())
        .isEqualTo("too many parameters");
    assertThat(refusalOf("&".repeat(100_000)).error()).isEqualTo(OAuthError.INVALID_REQUEST);
  }

  @Test
  void aRefusalDoesNotRepeatTheInput() {
    assertThatThrownBy(() -> FormDecoder.parse("secret=hunter2%zz"))
        .isInstanceOf(OAuthException.class)
        .hasMessageNotContaining("hunter2");
  }

  private static OAuthException refusalOf(String form) {
    return catchThrowableOfType(OAuthException.class, () -> FormDecoder.parse(form));
  }
}
