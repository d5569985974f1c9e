package org.sallyport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The style sheets are whole: a lost brace would take the look from all that follows it. */
class StyleSheetsTest {

  @ParameterizedTest
  @ValueSource(strings = {"tokens.css", "sallyport.css", "admin.css"})
  void everyRuleIsClosedBeforeTheNextBegins(String name) throws IOException {
    var depth = 0;
    for (var line : Files.readAllLines(Path.of("webapp/resources", name))) {
      if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !line.startsWith("}")) {
        assertThat(depth).as(line).isZero();
      }
      depth += line.replaceAll("[^{]", "").length() - line.replaceAll("[^}]", "").length();
    }
    assertThat(depth).as("the end").isZero();
  }
}
