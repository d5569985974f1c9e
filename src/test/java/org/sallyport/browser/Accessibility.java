package org.sallyport.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.openqa.selenium.JavascriptExecutor;

/** The rules of WCAG 2.2, levels A and AA, as far as axe-core can tell. */
final class Accessibility {

  private static final String RULES = read();

  private static final List<String> LEVELS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final String RUN =
      """
      const [levels, answer] = arguments;
      axe.run(document, {runOnly: {type: 'tag', values: levels}, resultTypes: ['violations']})
        .then(results => answer(results.passes.length < 3
          ? ['hardly any rule was applied']
          : results.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' '
              + n.failureSummary).join('; '))))
        .catch(error => answer(['axe failed: ' + error]));
      """;

  private Accessibility() {}

  /** What is wrong with the page that is open. */
  static List<?> violations(Visitor visitor) {
    var script = (JavascriptExecutor) visitor.driver();
    script.executeScript("if (!window.axe) { " + RULES + "\n}");
    return (List<?>) script.executeAsyncScript(RUN, LEVELS);
  }

  private static String read() {
    try (var source = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      return new String(source.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("axe-core is not on the class path", e);
    }
  }
}
