package org.sallyport.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.sallyport.config.source.SettingsReader;

class SettingsReferenceTest {

  private static final Path FILE = Path.of("server-config/sallyport.properties.example");

  @Test
  void theExampleFileIsMadeOfTheSettings() throws IOException {
    var made = Path.of("target", FILE.getFileName().toString());
    Files.writeString(made, SettingsReference.example());

    assertThat(FILE).as("copy %s over it", made).hasSameTextualContentAs(made);
  }

  @Test
  void everyDefaultInTheExampleFileIsTheDefault() throws IOException {
    var example = new Properties();
    example.load(new StringReader(SettingsReference.example().replaceAll("(?m)^#(?! )", "")));
    var values = new HashMap<String, String>();
    example.stringPropertyNames().forEach(name -> values.put(name, example.getProperty(name)));

    for (var type : Settings.RECORDS) {
      assertThat(read(type, values)).isEqualTo(read(type, Map.of()));
    }
    assertThat(values)
        .containsKeys("sallyport.issuer", "sallyport.jdbc.url", "OAUTH2_ENCRYPTION_KEY");
  }

  private static Record read(Class<? extends Record> type, Map<String, String> values) {
    var source = new PropertiesConfigSource(values, "the example", 100);
    return new SettingsReader(new SmallRyeConfigBuilder().withSources(source).build()).record(type);
  }
}
