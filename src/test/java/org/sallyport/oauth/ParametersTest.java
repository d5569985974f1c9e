package org.sallyport.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ParametersTest {

  @Test
  void anEmptyValueCountsAsAbsent() {
    var form = FormDecoder.parse("scope=&state");

    assertThat(form.find("scope")).isEmpty();
    assertThat(form.find("state")).isEmpty();
    assertThat(form.all("scope")).isEmpty();
    assertThat(refusal(() -> form.require("scope"))).isEqualTo("scope is missing");
  }

  @Test
  void aRepeatedParameterIsRefused() {
    var form = FormDecoder.parse("code=a&code=a");

    assertThat(refusal(() -> form.find("code"))).isEqualTo("a parameter is repeated");
    assertThat(refusal(() -> form.require("code"))).isEqualTo("a parameter is repeated");
    assertThat(refusal(form::withoutRepetition)).isEqualTo("a parameter is repeated");
  }

  @Test
  void aParameterRepeatedEmptyIsRefusedToo() {
    assertThat(refusal(() -> FormDecoder.parse("code=&code=a").find("code")))
        .isEqualTo("a parameter is repeated");
  }

  @Test
  void aParameterThatNobodyKnowsMayNotRepeatEither() {
    assertThat(refusal(() -> FormDecoder.parse("x=1&x=2").withoutRepetition()))
        .isEqualTo("a parameter is repeated");
  }

  @Test
  void onlyAResourceMayRepeat() {
    var form = FormDecoder.parse("resource=a&resource=b&code=c").withoutRepetition();

    assertThat(form.all("resource")).containsExactly("a", "b");
    assertThat(form.require("code")).isEqualTo("c");
  }

  @Test
  void aReducedRequestKeepsRepetitionsOfWhatItKeeps() {
    var kept = FormDecoder.parse("b=1&a=2&b=3&c=4").only(Set.of("a", "b"));

    assertThat(kept.asMap()).containsOnlyKeys("b", "a");
    assertThat(refusal(kept::withoutRepetition)).isEqualTo("a parameter is repeated");
  }

  @Test
  void theOthersStayWhereOneIsLeftOut() {
    var rest = FormDecoder.parse("a=1&b=2&a=3&c=4").without("a").without("d");

    assertThat(rest.asMap()).isEqualTo(FormDecoder.parse("b=2&c=4").asMap());
  }

  @Test
  void aCopyFromAMapSaysTheSame() {
    var form = FormDecoder.parse("a=1&b=2&b=3");

    assertThat(Parameters.fromMap(form.asMap()).asMap()).isEqualTo(form.asMap());
  }

  private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    var refused = catchThrowableOfType(OAuthException.class, call);
    assertThat(refused.error()).isEqualTo(OAuthError.INVALID_REQUEST);
    return refused.description();
  }
}
