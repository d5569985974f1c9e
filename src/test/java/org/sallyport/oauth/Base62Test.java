package org.sallyport.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base62Test {

  @Test
  void bytesComeBackWhateverTheyAre() {
    for (var i = 0; i < 200; i++) {
      var bytes = Randomness.bytes(Base62.BYTES);
      var text = Base62.encode(bytes);

      assertThat(text).matches("[0-9A-Za-z]{64}");
      assertThat(Base62.decode(text)).hasValue(bytes);
    }
  }

  @Test
  void theSmallestAndTheLargestValueHave64Characters() {
    var largest = new byte[Base62.BYTES];
    Arrays.fill(largest, (byte) 0xFF);

    assertThat(Base62.encode(new byte[Base62.BYTES])).isEqualTo("0".repeat(64));
    assertThat(Base62.decode("0".repeat(64))).hasValue(new byte[Base62.BYTES]);
    assertThat(Base62.decode(Base62.encode(largest))).hasValue(largest);
  }

  @Test
  void aTextAboveTheLargestValueIsNone() {
    assertThat(Base62.decode("z".repeat(64))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "_", "=", " ", "ä", "０"})
  void aTextInAnotherAlphabetIsNone(String odd) {
    assertThat(Base62.decode("0".repeat(63) + odd)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 65, 10_000})
  void aTextOfAnotherLengthIsNone(int length) {
    assertThat(Base62.decode("0".repeat(length))).isEmpty();
  }

  @Test
  void onlyOneLengthIsWritten() {
    assertThatThrownBy(() -> Base62.encode(new byte[46]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
