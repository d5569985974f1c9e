package org.sallyport.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sallyport.config.KeySettings;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.config.ServerSettings;

/** Settings as an operator would write them. */
public final class TestSettings {

  public static final String HTTPS = "https://id.example.org";
  public static final String LOOPBACK = "http://localhost:8080";

  private TestSettings() {}

  /** A server with an issuer, behind some proxies. */
  public static ServerSettings server(String issuer, String... proxies) {
    return new ServerSettings(issuer, false, false, Path.of("data"), "update", List.of(proxies));
  }

  /** A server with the demo data. */
  public static ServerSettings demo() {
    return new ServerSettings(LOOPBACK, false, true, Path.of("data"), "update", List.of());
  }

  /** Keys derived from a text, signing by default with an algorithm. */
  public static KeySettings keys(String encryptionKey, String algorithm) {
    return new KeySettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(encryptionKey),
        Optional.empty(),
        algorithm,
        "jdk");
  }

  /** The default lifetimes. */
  public static LifetimeSettings lifetimes() {
    return lifetimes(Duration.ofDays(30));
  }

  /** The default lifetimes, but for a grant that nobody uses. */
  public static LifetimeSettings lifetimes(Duration refreshIdle) {
    return new LifetimeSettings(
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Duration.ofDays(30),
        refreshIdle,
        Duration.ofSeconds(10),
        Duration.ofHours(10),
        Duration.ofHours(1));
  }
}
