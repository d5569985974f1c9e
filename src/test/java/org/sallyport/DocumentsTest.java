package org.sallyport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sallyport.config.Settings;
import org.sallyport.config.source.Setting;

/** What the documents say of the code is so. */
class DocumentsTest {

  private static final Path MAIN = Path.of("src/main/java/org/sallyport");
  private static final Path TESTS = Path.of("src/test/java/org/sallyport");

  /** A class with its package, as documents name it: {@code token.UserGrants}. */
  private static final Pattern CLASS = Pattern.compile("`([a-z.]+)\\.([A-Z]\\w+)(?:\\.\\w+)?`");

  @Test
  void theMapHasTheSentenceOfEachPackageAndNoOther() throws IOException {
    try (var files = Files.walk(MAIN)) {
      var sentences =
          files
              .filter(file -> file.endsWith("package-info.java"))
              .map(file -> "| `%s` | %s |".formatted(name(file), sentence(file)))
              .toList();
      assertThat(rows("docs/README.md", "## The packages, in order", "\\| `[a-z.]+` \\|.*"))
          .containsExactlyInAnyOrderElementsOf(sentences);
    }
  }

  @Test
  void theSettingsAreDescribedAsTheCodeDescribesThem() {
    var form = "\\| `(sallyport|OAUTH2_).*";
    assertThat(rows("docs/operations.md", "## Settings", form))
        .containsExactlyElementsOf(rows(Settings.RECORDS));
    assertThat(rows("docs/user-stores.md", "## Settings", form))
        .containsExactlyElementsOf(rows(Settings.RECORDS_OF_STORES));
  }

  private static List<String> rows(List<Class<? extends Record>> records) {
    return records.stream()
        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
        .map(component -> component.getAnnotation(Setting.class))
        .map(DocumentsTest::row)
        .toList();
  }

  @Test
  void everyClassThatADocumentNamesExists() throws IOException {
    try (var documents = Files.walk(Path.of("docs"))) {
      var named =
          Stream.concat(Stream.of(Path.of("CONTRIBUTING.md")), documents)
              .filter(file -> file.toString().endsWith(".md"))
              .flatMap(file -> CLASS.matcher(read(file)).results())
              .toList();
      assertThat(named).isNotEmpty();
      assertThat(named.stream().filter(name -> !exists(name)).map(MatchResult::group)).isEmpty();
    }
  }

  private static boolean exists(MatchResult name) {
    var file = Path.of(name.group(1).replace('.', '/'), name.group(2) + ".java");
    return Files.exists(MAIN.resolve(file)) || Files.exists(TESTS.resolve(file));
  }

  private static String row(Setting setting) {
    var byDefault = setting.value().isEmpty() ? "" : "`" + setting.value() + "`";
    return "| `%s` | %s | %s |".formatted(setting.key(), byDefault, setting.text());
  }

  /** The rows of the first table below a heading. */
  private static List<String> rows(String document, String heading, String form) {
    return read(Path.of(document))
        .lines()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.matches(form))
        .toList();
  }

  private static String name(Path file) {
    return MAIN.relativize(file.getParent()).toString().replace('/', '.');
  }

  private static String sentence(Path file) {
    return read(file)
        .replaceFirst("(?s)^.*?/\\*\\*", "")
        .replaceFirst("(?s)\\*/.*", "")
        .replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
        .strip();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
