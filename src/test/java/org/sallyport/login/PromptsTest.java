package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.FormDecoder;

class PromptsTest {

  private static final Instant START = Instant.parse("2030-01-02T03:04:05Z");

  @Test
  void aPromptIsAListOfWords() {
    assertThat(Prompts.of(flow("prompt=login++consent"))).containsExactly("login", "consent");
    assertThat(Prompts.of(flow("prompt="))).isEmpty();
    assertThat(Prompts.of(flow("scope=login"))).isEmpty();
  }

  @Test
  void promptLoginWantsALoginAfterTheRequest() {
    assertThat(Prompts.wantsLogin(flow("prompt=login"), START.minusMillis(1))).isTrue();
    assertThat(Prompts.wantsLogin(flow("prompt=login"), START)).isFalse();
    assertThat(Prompts.wantsLogin(flow("prompt=consent"), START.minusSeconds(9))).isFalse();
    assertThat(Prompts.wantsLogin(flow(""), START.minusSeconds(9))).isFalse();
  }

  @Test
  void maxAgeWantsALoginOfThatManySeconds() {
    assertThat(Prompts.wantsLogin(flow("max_age=60"), START.minusSeconds(60))).isFalse();
    assertThat(Prompts.wantsLogin(flow("max_age=60"), START.minusSeconds(61))).isTrue();
    assertThat(Prompts.wantsLogin(flow("max_age=0"), START.minusMillis(1))).isTrue();
    assertThat(Prompts.wantsLogin(flow("max_age=0"), START.plusMillis(1))).isFalse();
  }

  @Test
  void promptConsentWantsAConsentAfterTheRequest() {
    assertThat(Prompts.wantsConsent(flow("prompt=consent"), START.minusMillis(1))).isTrue();
    assertThat(Prompts.wantsConsent(flow("prompt=login+consent"), START.plusMillis(1))).isFalse();
    assertThat(Prompts.wantsConsent(flow("prompt=login"), START.minusSeconds(9))).isFalse();
  }

  private static Flow flow(String query) {
    return Flow.of("/authorize", FormDecoder.parse(query), START);
  }
}
