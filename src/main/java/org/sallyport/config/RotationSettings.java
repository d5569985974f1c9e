package org.sallyport.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Durations;
import org.sallyport.config.source.Setting;

/** When signing keys follow each other. */
public record RotationSettings(
    @Setting(
            key = "sallyport.key.rotation",
            text =
                "How long a key signs before the server puts a new one in its place by itself, such"
                    + " as P90D, a configured file's key too; without it, only administrators do.")
        Optional<String> rotation,
    @Setting(
            key = "sallyport.key.overlap",
            value = "PT10M",
            text =
                "How long a new key is served before it signs, from PT4S to P30D; the JWK Set may"
                    + " be cached for half of it, five minutes at most.")
        Duration overlap) {

  private static final Duration LONGEST_CACHE = Duration.ofMinutes(5);

  public RotationSettings {
    if (overlap.compareTo(Duration.ofSeconds(4)) < 0
        || overlap.compareTo(Duration.ofDays(30)) > 0) {
      throw new ConfigurationException(
          "sallyport.key.overlap: %s is out of range; write from PT4S to P30D.".formatted(overlap));
    }
    if (rotation.isPresent()
        && parse(rotation.get()).compareTo(overlap.plus(Duration.ofMinutes(1))) < 0) {
      throw new ConfigurationException(
          "sallyport.key.rotation: \"%s\" is too short; write a minute more than sallyport.key.overlap, or longer."
              .formatted(rotation.get()));
    }
  }

  private static Duration parse(String text) {
    try {
      return Durations.parse(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw new ConfigurationException(
          "sallyport.key.rotation: \"%s\" is not an ISO-8601 duration; write it like P90D."
              .formatted(text));
    }
  }

  /** How long a key signs; empty where no key ends by itself. */
  public Optional<Duration> period() {
    return rotation.map(RotationSettings::parse);
  }

  /** How long anyone may keep the JWK Set: a new key is known to all before it signs. */
  public Duration caching() {
    var half = overlap.dividedBy(2);
    return half.compareTo(LONGEST_CACHE) < 0 ? half : LONGEST_CACHE;
  }
}
