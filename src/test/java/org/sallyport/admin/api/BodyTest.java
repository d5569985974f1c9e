package org.sallyport.admin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.admin.api.description.Query;
import org.sallyport.admin.api.json.Body;
import org.sallyport.admin.api.json.Flat;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.oauth.Parameters;

/** Bodies are read strictly, and written as they are read. */
class BodyTest {

  /** A kind. */
  public enum Kind {
    ONE,
    TWO
  }

  /** What may change. */
  public record Inner(
      String longName, Optional<Duration> length, List<String> words, Map<String, String> texts) {}

  /** All that there is. */
  public record Outer(
      Kind kind, boolean on, @Flat Inner inner, Optional<Instant> at, Optional<Long> count) {}

  /** When it was. */
  public record At(Instant at) {}

  private static final Outer FULL =
      new Outer(
          Kind.TWO,
          true,
          new Inner("x", Optional.of(Duration.ofDays(30)), List.of("a", "b"), Map.of("de", "y")),
          Optional.of(Instant.ofEpochMilli(1_234)),
          Optional.of(7L));

  private static final Inner INNER = FULL.inner();

  @Test
  void aRecordIsReadAsItWasWritten() {
    var json = Body.write(FULL);
    assertThat(json)
        .hasToString(
            "{\"kind\":\"two\",\"on\":true,\"long_name\":\"x\",\"length\":\"P30D\","
                + "\"words\":[\"a\",\"b\"],\"texts\":{\"de\":\"y\"},"
                + "\"at\":\"1970-01-01T00:00:01.234Z\",\"count\":7}");
    assertThat(Body.read(Outer.class, json)).isEqualTo(FULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"long_name\":null}",
        "{\"long_name\":1}",
        "{\"long_name\":\"\\u0000\"}",
        "{\"long_name\":\"\\ud800\"}",
        "{\"length\":\"PT0S\"}",
        "{\"length\":\"P99999999999999D\"}",
        "{\"words\":[1]}",
        "{\"words\":[null]}",
        "{\"texts\":{\"de\":1}}",
        "{\"longName\":\"x\"}",
        "{\"kind\":\"one\"}",
      })
  void aPatchOfTheWrongKindIsRefused(String patch) {
    assertThatThrownBy(() -> Body.patch(INNER, FULL, parse(patch))).isInstanceOf(ApiProblem.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z", "2030-02-30", "1"})
  void aTimeThatNoColumnHoldsIsRefused(String time) {
    var at = parse("{\"at\":\"%s\"}".formatted(time));
    assertThatThrownBy(() -> Body.read(At.class, at)).isInstanceOf(ApiProblem.class);
    var query = new Query(Parameters.fromMap(Map.of("at", List.of(time))), 1, 1);
    assertThatThrownBy(() -> query.time("at")).isInstanceOf(ApiProblem.class);
  }

  @Test
  void aTimeIsReadInMilliseconds() {
    var at = parse("{\"at\":\"2030-01-31T12:00:00.123456Z\"}");
    var time = Instant.parse("2030-01-31T12:00:00.123Z");
    assertThat(Body.read(At.class, at).at()).isEqualTo(time);
  }

  @Test
  void aPatchChangesWhatItNamesAndMayRepeatWhatIsShown() {
    var after = Body.patch(INNER, FULL, parse("{\"kind\":\"two\",\"length\":null,\"words\":[]}"));
    assertThat(after).isEqualTo(new Inner("x", Optional.empty(), List.of(), Map.of("de", "y")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "{\"a\":1,\"a\":1}", "{}{}", "{\"a\":", "\uFEFF{}"})
  void whatIsNoObjectIsMalformed(String body) {
    assertThatThrownBy(() -> parse(body)).isInstanceOf(ApiProblem.class);
  }

  private static JsonObject parse(String json) {
    return Body.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
