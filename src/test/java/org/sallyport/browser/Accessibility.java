package org.sallyport.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.openqa.selenium.JavascriptExecutor;

/** The rules of WCAG 2.2, levels A and AA, as far as axe-core can tell. */
final class Accessibility {

  private static final String RULES = read();

  private static final String RUN =
      """
      const answer = arguments[arguments.length - 1];
      const [kind, rules, least] = arguments;
      axe.run(document, {runOnly: {type: kind, values: rules}, resultTypes: ['violations']})
        .then(results => answer(results.passes.length < least
          ? ['hardly any rule was applied']
          : results.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' '
              + n.failureSummary).join('; '))))
        .catch(error => answer(['axe failed: ' + error]));
      """;

  private Accessibility() {}

  /** What is wrong with the page that is open. */
  static List<?> violations(Visitor visitor) {
    return run(visitor, "tag", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"), 3);
  }

  /** What is wrong with its colours, where only they have changed since the last look. */
  static List<?> violationsOfColours(Visitor visitor) {
    return run(visitor, "rule", List.of("color-contrast", "link-in-text-block"), 1);
  }

  private static List<?> run(Visitor visitor, String kind, List<String> rules, int least) {
    var script = (JavascriptExecutor) visitor.driver();
    script.executeScript("if (!window.axe) { " + RULES + "\n}");
    return (List<?>) script.executeAsyncScript(RUN, kind, rules, least);
  }

  private static String read() {
    try (var source = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      return new String(source.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("axe-core is not on the class path", e);
    }
  }
}
