package org.sallyport.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox, Linux
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 | Chrome, Windows
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0 | Edge, Windows
          Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36 | Samsung Internet, Android
          Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36 | Chrome, Android
          Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1 | Safari, iPhone
          Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15 | Safari, macOS
          Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/139.0 Mobile/15E148 Safari/604.1 | Chrome, iPad
          Mozilla/5.0 (Linux) mirall/5.3.1 | Linux
          curl/8.5.0 | curl
          Java-http-client/17.0.9 | Java-http-client
          """)
  void aBrowserIsNamedInTheWordsOfWhoeverUsesIt(String header, String words) {
    assertThat(Visitor.of(header, "192.0.2.1").device()).contains(words);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "Mozilla/5.0", "<script>alert(1)</script>", "/", "=1+1"})
  void whatSaysNothingUsableIsUnknown(String header) {
    assertThat(Visitor.of(header, "192.0.2.1").device()).isEmpty();
  }

  @Test
  void S20_aLongHeaderFitsIntoItsColumn() {
    var longest = "a".repeat(9000) + "/1 (iPhone) SamsungBrowser/" + "9".repeat(9000);
    assertThat(Visitor.of(longest, "192.0.2.1").device()).isEmpty();
    var product = "a".repeat(40) + "/1 (iPhone)";
    assertThat(Visitor.of(product, "192.0.2.1").device().orElseThrow()).hasSizeLessThan(64);
  }
}
