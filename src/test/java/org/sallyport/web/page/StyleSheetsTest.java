package org.sallyport.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A brace that is missing in a style sheet ends every rule after it, and nothing says so. */
class StyleSheetsTest {

  @ParameterizedTest
  @ValueSource(strings = {"tokens.css", "sallyport.css", "admin.css"})
  void everyRuleIsClosedBeforeTheNextBegins(String name) throws IOException {
    var depth = 0;
    for (var line : Files.readAllLines(Path.of("webapp/resources", name))) {
      if (line.endsWith("{") && !line.startsWith(" ")) {
        assertThat(depth).as("before " + line).isZero();
      }
      depth += (int) (count(line, '{') - count(line, '}'));
    }
    assertThat(depth).as("at the end").isZero();
  }

  private static long count(String line, char brace) {
    return line.chars().filter(letter -> letter == brace).count();
  }
}
