package org.sallyport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sallyport.config.Setting;
import org.sallyport.config.Settings;

/** What the documents say of the code is so. */
class DocumentsTest {

  private static final Path MAIN = Path.of("src/main/java/org/sallyport");

  @Test
  void theMapHasTheSentenceOfEachPackageAndNoOther() throws IOException {
    try (var packages = Files.list(MAIN)) {
      var sentences =
          packages
              .filter(Files::isDirectory)
              .map(folder -> "| `%s` | %s |".formatted(folder.getFileName(), sentence(folder)))
              .toList();
      assertThat(rows("docs/README.md", "## The packages, in order", "\\| `[a-z]+` \\|.*"))
          .containsExactlyInAnyOrderElementsOf(sentences);
    }
  }

  @Test
  void theSettingsAreDescribedAsTheCodeDescribesThem() {
    var settings =
        Settings.RECORDS.stream()
            .flatMap(type -> Arrays.stream(type.getRecordComponents()))
            .map(component -> component.getAnnotation(Setting.class))
            .map(DocumentsTest::row)
            .toList();
    assertThat(rows("docs/operations.md", "## Settings", "\\| `(sallyport|OAUTH2_).*"))
        .containsExactlyElementsOf(settings);
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

  private static String sentence(Path folder) {
    return read(folder.resolve("package-info.java"))
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
