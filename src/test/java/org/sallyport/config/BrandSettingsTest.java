package org.sallyport.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.config.source.ConfigurationException;

class BrandSettingsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"red", "#fff", "#12345g", "#1234567", "#0b6b57;}"})
  void whatIsNoColourIsRefused(String color) {
    assertThatThrownBy(() -> new BrandSettings("X", Optional.empty(), Optional.of(color)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("sallyport.brand.color: ");
  }

  @Test
  void aLongNameIsRefused() {
    assertThatThrownBy(() -> new BrandSettings("x".repeat(51), Optional.empty(), Optional.empty()))
        .hasMessageStartingWith("sallyport.brand.name: ");
  }

  @Test
  void aLogoIsAPictureOfTheRightSize() throws IOException {
    var good = Files.writeString(folder.resolve("a.svg"), "<svg xmlns='x'/>");
    assertThat(logo(good).logoType()).isEqualTo("image/svg+xml");
    var page = Files.writeString(folder.resolve("b.png"), "<html>");
    assertThatThrownBy(() -> logo(page)).hasMessageContaining("neither SVG nor PNG");
    var large = Files.writeString(folder.resolve("c.svg"), "<svg>" + " ".repeat(102_400));
    assertThatThrownBy(() -> logo(large)).hasMessageContaining("larger than 100 KB");
    assertThatThrownBy(() -> logo(folder.resolve("none.svg"))).hasMessageContaining("be read");
  }

  private static BrandSettings logo(Path file) {
    return new BrandSettings("X", Optional.of(file.toString()), Optional.empty());
  }
}
