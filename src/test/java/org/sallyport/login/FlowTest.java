package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.Parameters;

class FlowTest {

  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05.678Z");

  private final Flow flow =
      Flow.of(
          "/authorize",
          FormDecoder.parse(
              "client_id=app&state=%C3%A4%22%5C%0A%F0%9F%98%80&resource=a&resource=b"),
          NOW);

  @Test
  void aFlowComesBackFromItsTextUnchanged() {
    var read = Flow.fromJson(flow.toJson());

    assertThat(read.id()).isEqualTo(flow.id());
    assertThat(read.startedAt()).isEqualTo(NOW);
    assertThat(read.path()).isEqualTo("/authorize");
    assertThat(read.answer()).isEqualTo(Flow.Answer.NONE);
    assertThat(read.request().asMap()).isEqualTo(flow.request().asMap());
    assertThat(read.toJson()).isEqualTo(flow.toJson());
  }

  @Test
  void anAnswerIsCarriedOn() {
    var denied = Flow.fromJson(flow.denied().toJson());

    assertThat(denied.answer()).isEqualTo(Flow.Answer.DENIED);
    assertThat(denied.id()).isEqualTo(flow.id());
  }

  @Test
  void aRequestThatRepeatsAParameterStillDoesAfterwards() {
    var odd = Flow.of("/authorize", FormDecoder.parse("state=a&state=b"), NOW);

    assertThat(Flow.fromJson(odd.toJson()).request().all("state")).containsExactly("a", "b");
  }

  @Test
  void aFlowLastsAnHour() {
    assertThat(flow.isExpired(NOW.plus(Duration.ofHours(1)))).isFalse();
    assertThat(flow.isExpired(NOW.plus(Duration.ofHours(1)).plusMillis(1))).isTrue();
  }

  @Test
  void aRestartedFlowIsAnotherForTheSameRequest() {
    var later = NOW.plus(Duration.ofHours(2));
    var again = flow.denied().restarted(later);

    assertThat(again.id()).isNotEqualTo(flow.id());
    assertThat(again.startedAt()).isEqualTo(later);
    assertThat(again.answer()).isEqualTo(Flow.Answer.NONE);
    assertThat(again.request().asMap()).isEqualTo(flow.request().asMap());
  }

  @Test
  void onlyAnAuthorizeRequestIsCarriedInAnAddress() {
    assertThat(FlowAddress.of(flow, "SEALED")).isEqualTo("/authorize?tx=SEALED");
    assertThat(FlowAddress.of(Flow.of("/admin/clients", Parameters.NONE, NOW), "SEALED"))
        .isEqualTo("/admin/clients");
  }
}
