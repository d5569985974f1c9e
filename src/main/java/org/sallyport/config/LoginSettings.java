package org.sallyport.config;

import java.time.Duration;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Setting;

/** How long a browser stays logged in after it was closed, and what ends with a logout. */
public record LoginSettings(
    @Setting(
            key = "sallyport.remember",
            value = "true",
            text = "false takes the box from the login page that keeps people signed in.")
        boolean remember,
    @Setting(
            key = "sallyport.remember.lifetime",
            value = "P30D",
            text =
                "How long a browser stays signed in by that box, counted from the password; at"
                    + " most P365D.")
        Duration rememberLifetime,
    @Setting(
            key = "sallyport.logout.trusted",
            value = "false",
            text =
                "true ends the connections of trusted clients that were made in a login, when the"
                    + " person signs out of it.")
        boolean logoutEndsTrusted) {

  private static final Duration LONGEST = Duration.ofDays(365);

  public LoginSettings {
    if (rememberLifetime.compareTo(LONGEST) > 0) {
      throw new ConfigurationException(
          "sallyport.remember.lifetime: %s is too long; write P365D or less."
              .formatted(rememberLifetime));
    }
  }
}
