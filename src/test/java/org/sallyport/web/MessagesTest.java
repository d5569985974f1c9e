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
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sallyport.web.words.Words;

/** The pages and their words belong together. */
class MessagesTest {

  private static final Path PAGES = Path.of("webapp");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path WORDS = Path.of("src/main/resources/org/sallyport");
  private static final List<String> TRANSLATIONS = List.of("de", "ar");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
  private static final Pattern FAILURE =
      Pattern.compile("Failure\\.of\\(\\s*[^,()]+,\\s*\"([a-zA-Z.]+)\"");
  private static final Pattern KEY = Pattern.compile("(?:'|key=\")([a-z]+(?:\\.[a-zA-Z]+)+)['\"]");

  private final ResourceBundle words =
      ResourceBundle.getBundle("org.sallyport.messages", Locale.ROOT);

  @Test
  void everyKeyOnAPageHasItsWords() throws IOException {
    var missing = new TreeMap<String, String>();
    for (var page : files(PAGES, ".xhtml")) {
      KEY.matcher(Files.readString(page))
          .results()
          .map(found -> found.group(1))
          .filter(not(key -> key.matches(".*\\.(css|svg|js)")))
          .filter(not(words::containsKey))
          .forEach(key -> missing.put(key, page.toString()));
    }
    assertEquals(Map.of(), missing);
  }

  @Test
  void everyKeyOfAFailureHasItsWords() throws IOException {
    var missing = new TreeMap<String, String>();
    for (var source : files(SOURCES, ".java")) {
      FAILURE
          .matcher(Files.readString(source))
          .results()
          .map(found -> found.group(1))
          .filter(not(words::containsKey))
          .forEach(key -> missing.put(key, source.toString()));
    }
    assertEquals(Map.of(), missing);
  }

  @Test
  void everyLanguageHasTheSameKeysAndNoneIsEmpty() {
    for (var language : TRANSLATIONS) {
      var translated = file(language);
      assertEquals(new TreeSet<>(words.keySet()), new TreeSet<>(translated.keySet()), language);
      var empty = words.keySet().stream().filter(key -> translated.getString(key).isBlank());
      assertEquals(List.of(), empty.toList(), language);
    }
  }

  @Test
  void everyLanguageSaysTheSameArguments() {
    for (var language : TRANSLATIONS) {
      var translated = file(language);
      for (var key : words.keySet()) {
        assertEquals(
            arguments(words.getString(key)),
            arguments(translated.getString(key)),
            () -> key + " in " + language);
      }
    }
  }

  @Test
  void everyTextWithArgumentsIsWellFormed() {
    for (var language : Words.LANGUAGES) {
      words.keySet().stream()
          .filter(this::hasArguments)
          .forEach(key -> new Words(language).get(key, 1, 1, 1));
    }
  }

  @Test
  void aNameInAnArabicSentenceKeepsItsOwnDirection() {
    var arabic = file("ar");
    var bare =
        words.keySet().stream()
            .filter(key -> arabic.getString(key).matches("(?s).*(?<!\u2068)\\{\\d}.*"))
            .filter(key -> !arabic.getString(key).contains(",choice,"))
            .toList();
    assertEquals(List.of(), bare);
  }

  @Test
  void noLanguageOfTheMachineComesBetween() {
    var machine = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMAN);
      assertEquals("Sign in", new Words(Locale.ENGLISH).get("login.title"));
      // as Faces asks
      var english = ResourceBundle.getBundle("org.sallyport.messages", Locale.ENGLISH);
      assertEquals("Sign in", english.getString("login.title"));
    } finally {
      Locale.setDefault(machine);
      ResourceBundle.clearCache();
    }
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
    for (var language : Words.LANGUAGES) {
      var texts = file(language.toLanguageTag());
      // java.text.MessageFormat treats ' as a quote
      var swallowed =
          texts.keySet().stream()
              .filter(this::hasArguments)
              .filter(key -> texts.getString(key).contains("'"))
              .toList();
      assertEquals(List.of(), swallowed);
    }
  }

  @Test
  void noTextOnAPageIsWrittenThere() {
    for (var page : files(PAGES, ".xhtml")) {
      assertFalse(hasWordsOfItsOwn(page), () -> page + " has words that belong in the bundle");
    }
  }

  private boolean hasArguments(String key) {
    return words.getString(key).contains("{0");
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The words of one file, without those of any other. */
  private static PropertyResourceBundle file(String language) {
    var name = language.equals("en") ? "" : "_" + language;
    try (var in = Files.newBufferedReader(WORDS.resolve("messages" + name + ".properties"))) {
      return new PropertyResourceBundle(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static List<Path> files(Path folder, String ending) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
