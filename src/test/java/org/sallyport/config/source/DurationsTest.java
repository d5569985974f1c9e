package org.sallyport.config.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "PT10M, 600",
    "PT0.5S, 0.5",
    "P30D, 2592000",
    "P2W, 1209600",
    "P1M, 2592000",
    "P1Y, 31536000",
    "P1DT12H, 129600",
    "P1Y2M3DT4H5M6S, 36993906",
    "' pt1h ', 3600",
  })
  void durationsAndPeriodsAreBothRead(String text, double seconds) {
    assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis((long) (seconds * 1000)));
  }

  @ParameterizedTest
  @CsvSource({"PT10M", "P30D", "P1DT12H", "P3650D", "PT0.5S"})
  void aLengthIsWrittenAsItWasTyped(String text) {
    assertThat(Durations.write(Durations.parse(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "P1DT",
        "10M",
        "ten minutes",
        "PT0S",
        "P0D",
        "PT-5M",
        "-P1D",
        "1H",
        "PT1D",
        "PT99999999999999999999H"
      })
  void whatIsNoLengthOfTimeAboveZeroIsRefused(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOfAny(DateTimeException.class, ArithmeticException.class);
  }
}
