package org.sallyport.config;

import java.time.Duration;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Setting;

/** What this server asks of people's passwords, and of the links that reset them. */
public record PasswordSettings(
    @Setting(
            key = "sallyport.password.length",
            value = "12",
            text = "The fewest characters of a new password, 8 to 64 (NIST SP 800-63B §3.1.1.2).")
        int length,
    @Setting(
            key = "sallyport.reset.lifetime",
            value = "PT24H",
            text = "A link that lets a person choose a new password once; at most P7D.")
        Duration resetLifetime) {

  private static final Duration LONGEST_RESET = Duration.ofDays(7);

  public PasswordSettings {
    if (length < 8 || length > 64) {
      throw new ConfigurationException(
          "sallyport.password.length: %d is not from 8 to 64; write 12, or what your rules ask for."
              .formatted(length));
    }
    if (resetLifetime.compareTo(LONGEST_RESET) > 0) {
      throw new ConfigurationException(
          "sallyport.reset.lifetime: %s is too long; write P7D or less.".formatted(resetLifetime));
    }
  }
}
