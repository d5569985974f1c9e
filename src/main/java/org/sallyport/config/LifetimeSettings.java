package org.sallyport.config;

import java.time.Duration;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Setting;

/** How long what this server issues is valid. */
public record LifetimeSettings(
    @Setting(
            key = "sallyport.code.lifetime",
            value = "PT10M",
            text = "Authorization codes, at most PT10M (RFC 6749 §4.1.2).")
        Duration code,
    @Setting(key = "sallyport.access.lifetime", value = "PT1H", text = "Access tokens.")
        Duration access,
    @Setting(
            key = "sallyport.refresh.lifetime",
            value = "P30D",
            text = "A grant with all its refresh tokens, counted from the moment it was given.")
        Duration refresh,
    @Setting(
            key = "sallyport.refresh.idle",
            value = "P30D",
            text = "A grant whose refresh token nobody used.")
        Duration refreshIdle,
    @Setting(
            key = "sallyport.refresh.grace",
            value = "PT10S",
            text =
                "How long the refresh token before the newest still answers, with the same"
                    + " successor; at most PT1M.")
        Duration refreshGrace,
    @Setting(key = "sallyport.session.lifetime", value = "PT10H", text = "A login.")
        Duration session,
    @Setting(key = "sallyport.session.idle", value = "PT1H", text = "A login that nobody uses.")
        Duration sessionIdle) {

  public static final Duration LONGEST_CODE = Duration.ofMinutes(10);
  public static final Duration LONGEST_ACCESS = Duration.ofDays(1);
  public static final Duration LONGEST_REFRESH = Duration.ofDays(3650);

  public LifetimeSettings {
    atMost("sallyport.code.lifetime", code, LONGEST_CODE);
    atMost("sallyport.access.lifetime", access, LONGEST_ACCESS);
    atMost("sallyport.refresh.grace", refreshGrace, Duration.ofMinutes(1));
    atMost("sallyport.refresh.lifetime", refresh, LONGEST_REFRESH);
    atMost("sallyport.refresh.idle", refreshIdle, LONGEST_REFRESH);
    atMost("sallyport.session.lifetime", session, Duration.ofDays(365));
    atMost("sallyport.session.idle", sessionIdle, Duration.ofDays(365));
  }

  private static void atMost(String key, Duration value, Duration most) {
    if (value.compareTo(most) > 0) {
      throw new ConfigurationException(
          "%s: %s is too long; write %s or less.".formatted(key, value, most));
    }
  }
}
