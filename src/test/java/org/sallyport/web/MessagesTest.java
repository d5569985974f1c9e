package org.sallyport.web;

import static java.util.function.Predicate.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages and their words belong together. */
class MessagesTest {

  private static final Path PAGES = Path.of("webapp");
  private static final Pattern KEY =
      Pattern.compile("(?:'|key=\")([a-z]+(?:\\.[a-zA-Z]+)+|product)['\"]");

  private final ResourceBundle words =
      ResourceBundle.getBundle("org.sallyport.messages", Locale.ROOT);

  @Test
  void everyKeyOnAPageHasItsWords() throws IOException {
    var missing = new TreeMap<String, String>();
    for (var page : pages()) {
      KEY.matcher(Files.readString(page))
          .results()
          .map(found -> found.group(1))
          .filter(not(key -> key.endsWith(".css") || key.endsWith(".svg")))
          .filter(not(words::containsKey))
          .forEach(key -> missing.put(key, page.toString()));
    }
    assertEquals(Map.of(), missing);
  }

  @Test
  void everyErrorHasItsTextAndEveryTextItsError() {
    var titles = keys("error\\.[a-zA-Z]+", List.of("error.trace", "error.developer"));
    var texts = keys("error\\.[a-zA-Z]+\\.text", List.of());
    assertEquals(
        titles.stream().map(title -> title + ".text").sorted().toList(),
        texts.stream().sorted().toList());
  }

  @Test
  void noTextWithAnArgumentHasAStraightApostrophe() {
    var swallowed = words.keySet().stream().filter(this::losesItsApostrophe).toList();
    assertEquals(List.of(), swallowed);
  }

  @Test
  void noTextOnAPageIsWrittenThere() {
    for (var page : pages()) {
      assertFalse(hasWordsOfItsOwn(page), () -> page + " has words that belong in the bundle");
    }
  }

  private boolean losesItsApostrophe(String key) {
    // java.text.MessageFormat treats ' as a quote
    return words.getString(key).contains("{0") && words.getString(key).contains("'");
  }

  private static boolean hasWordsOfItsOwn(Path page) {
    try {
      var text =
          Files.readString(page)
              .replaceAll("(?s)<!--.*?-->", "")
              .replaceAll("#\\{[^}]*\\}", "")
              .replaceAll("/\\.well-known/[a-z-]+", "")
              .replaceAll("(?s)<[^>]*>", "");
      return text.matches("(?s).*\\p{L}.*");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> keys(String pattern, List<String> except) {
    return words.keySet().stream()
        .filter(key -> key.matches(pattern))
        .filter(not(except::contains))
        .toList();
  }

  private static List<Path> pages() {
    try (var files = Files.walk(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".xhtml")).collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
