package org.sallyport.config;

import java.time.Duration;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Setting;

/** How long it is kept who did what. */
public record AuditSettings(
    @Setting(
            key = "sallyport.audit.retention",
            value = "P400D",
            text = "How long rows of the audit are kept, at least P1D; then they are deleted.")
        Duration retention) {

  public AuditSettings {
    if (retention.compareTo(Duration.ofDays(1)) < 0) {
      throw new ConfigurationException(
          "sallyport.audit.retention: %s is too short; write P1D or more.".formatted(retention));
    }
  }
}
