package org.sallyport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.Scopes;

class ConsentTest {

  private static final Instant START = Instant.parse("2030-01-02T03:04:05Z");
  private static final Scopes WRITE = Scopes.of("write");
  private final Consent consent = given("read", "write");

  @Test
  void whatWasLeftOutIsNeitherGivenNorAskedAgain() {
    assertThat(consent.answerTo(Scopes.of("read", "write"), WRITE)).hasValue(Scopes.of("read"));
    assertThat(consent.answerTo(Scopes.of("read"), WRITE)).hasValue(Scopes.of("read"));
  }

  @Test
  void whatIsOptionalNoMoreIsAskedAgain() {
    assertThat(consent.answerTo(Scopes.of("read", "write"), Scopes.NONE)).isEmpty();
  }

  @Test
  void whatWasNeverAnsweredIsAsked() {
    assertThat(consent.answerTo(Scopes.of("read", "admin"), WRITE)).isEmpty();
  }

  @Test
  void whereNothingWouldBeLeftThePersonIsAsked() {
    assertThat(consent.answerTo(WRITE, WRITE)).isEmpty();
  }

  @Test
  void theLastAnswerCounts() {
    consent.change(new Consent.Answer(WRITE, Scopes.of("read")), START);
    var both = Scopes.of("read", "write");
    assertThat(consent.answerTo(both, both)).hasValue(WRITE);
  }

  private static Consent given(String allowed, String left) {
    var answer = new Consent.Answer(Scopes.of(allowed), Scopes.of(left));
    return new Consent("a user", "a client", answer, START);
  }
}
