package org.sallyport.config;

import java.time.Duration;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Setting;

/** How long devices wait for a person's answer, and how many (RFC 8628 §3.2). */
public record DeviceSettings(
    @Setting(
            key = "sallyport.device.lifetime",
            value = "PT10M",
            text = "The code that a person types for a device, PT1M to PT1H (RFC 8628 §3.2).")
        Duration lifetime,
    @Setting(
            key = "sallyport.device.waiting",
            value = "10000",
            text = "The most codes of one client that may wait for an answer at a time.")
        int waiting) {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  public DeviceSettings {
    if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
      throw new ConfigurationException(
          "sallyport.device.lifetime: %s is not from PT1M to PT1H; write PT10M, or what your devices need."
              .formatted(lifetime));
    }
    if (waiting < 1 || waiting > 100_000) {
      throw new ConfigurationException(
          "sallyport.device.waiting: %d is not from 1 to 100000; write 10000, or what your devices need."
              .formatted(waiting));
    }
  }
}
