package org.sallyport.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WDJB-MJHT",
        "wdjbmjht",
        " Wdjb mjHt ",
        "W D J B - M J H T",
        "WDJB\u2013MJHT",
        "WDJB\u2011MJHT",
        "\uff37\uff24\uff2a\uff22\uff0d\uff2d\uff2a\uff28\uff34",
        "WDJB.MJHT"
      })
  void aCodeIsReadHoweverItIsTyped(String typed) {
    assertThat(UserCode.read(typed)).contains(new UserCode("WDJBMJHT"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "WDJB-MJH", "WDJB-MJHTT", "AEIO-UYYY", "WDJB<MJHT", "1234-5678"})
  void whatIsNoCodeIsNone(String typed) {
    assertThat(UserCode.read(typed)).isEmpty();
  }

  @Test
  void S20_aVeryLongTextIsNotLookedAt() {
    assertThat(UserCode.read(" ".repeat(100_000) + "WDJBMJHT")).isEmpty();
  }

  @Test
  void aNewCodeIsReadAsItIsShown() {
    var code = UserCode.random();
    assertThat(code.toString()).matches("[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}");
    assertThat(UserCode.read(code.toString())).contains(code);
    assertThat(UserCode.random()).isNotEqualTo(code);
  }
}
