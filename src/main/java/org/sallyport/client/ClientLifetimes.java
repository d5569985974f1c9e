package org.sallyport.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.config.source.Durations;

/** How long what a client gets is valid; where it says nothing, the settings do. */
public record ClientLifetimes(
    Optional<Duration> code,
    Optional<Duration> access,
    Optional<Duration> refresh,
    Optional<Duration> refreshIdle) {

  /** As the settings say. */
  public static final ClientLifetimes DEFAULT =
      new ClientLifetimes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The longest of each that may be registered, by the names of their fields. */
  public static final Map<String, Duration> LONGEST =
      Map.of(
          "code_lifetime", LifetimeSettings.LONGEST_CODE,
          "access_lifetime", LifetimeSettings.LONGEST_ACCESS,
          "refresh_lifetime", LifetimeSettings.LONGEST_REFRESH,
          "refresh_idle", LifetimeSettings.LONGEST_REFRESH);

  /** Those that are registered, by the names of their fields. */
  public Map<String, Duration> registered() {
    var registered = new LinkedHashMap<String, Duration>();
    code.ifPresent(length -> registered.put("code_lifetime", length));
    access.ifPresent(length -> registered.put("access_lifetime", length));
    refresh.ifPresent(length -> registered.put("refresh_lifetime", length));
    refreshIdle.ifPresent(length -> registered.put("refresh_idle", length));
    return registered;
  }

  /** All as texts by the names of their fields, ISO-8601, empty where the settings say. */
  Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("code_lifetime", text(code));
    fields.put("access_lifetime", text(access));
    fields.put("refresh_lifetime", text(refresh));
    fields.put("refresh_idle", text(refreshIdle));
    return fields;
  }

  private static String text(Optional<Duration> length) {
    return length.map(Durations::write).orElse("");
  }
}
