package org.sallyport.config;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sallyport.config.source.Setting;

/** The example file of all settings, made of their records. */
final class SettingsReference {

  private SettingsReference() {}

  /** The text of {@code server-config/sallyport.properties.example}. */
  static String example() {
    return Stream.concat(Settings.RECORDS.stream(), Settings.RECORDS_OF_STORES.stream())
        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
        .map(component -> component.getAnnotation(Setting.class))
        .map(setting -> "# %s\n#%s=%s\n".formatted(setting.text(), setting.key(), setting.value()))
        .collect(Collectors.joining("\n", HEADER, ""));
  }

  private static final String HEADER =
      """
      # Every setting of Sallyport with its default; MicroProfile Config reads them from system
      # properties, environment variables (SALLYPORT_ISSUER for sallyport.issuer) and any other source.
      # Each can be read from a file: append _FILE to its environment variable.

      """;
}
