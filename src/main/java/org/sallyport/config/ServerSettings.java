package org.sallyport.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Setting;

/** What this server is and where it keeps its files. */
public record ServerSettings(
    @Setting(
            key = "sallyport.issuer",
            value = "http://localhost:8080",
            text =
                "The issuer identifier (RFC 8414 §2): the base of every URL of this server, https,"
                    + " or http on a loopback host; no slash at its end.")
        String issuer,
    @Setting(
            key = "sallyport.production",
            value = "false",
            text =
                "true refuses to make missing keys; an https issuer counts as production by"
                    + " itself.")
        boolean production,
    @Setting(
            key = "sallyport.demo",
            value = "false",
            text = "true creates the demo users and clients; on a loopback issuer only.")
        boolean demo,
    @Setting(
            key = "sallyport.data",
            value = "data",
            text = "The folder for keys that a development start makes.")
        Path data,
    @Setting(
            key = "sallyport.schema",
            value = "update",
            text =
                "update lets the server migrate its tables at start; validate only checks that"
                    + " they are up to date.")
        String schema,
    @Setting(
            key = "sallyport.proxies",
            text =
                "Addresses of trusted reverse proxies, separated by commas; only from these are"
                    + " X-Forwarded-For and Forwarded believed.")
        List<String> proxies) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public ServerSettings {
    var uri = parse(issuer);
    var loopback = uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && loopback)) {
      throw new ConfigurationException(
          "sallyport.issuer: \"%s\" is neither https nor http on a loopback host; write https://…."
              .formatted(issuer));
    }
    if (uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || issuer.endsWith("/")) {
      throw new ConfigurationException(
          "sallyport.issuer: \"%s\" has a user, query, fragment or a slash at its end; write only scheme, host and port."
              .formatted(issuer));
    }
    if (demo && !loopback) {
      throw new ConfigurationException(
          "sallyport.demo: demo users have known passwords and \"%s\" is not a loopback issuer; switch the demo off."
              .formatted(issuer));
    }
    if (!Set.of("update", "validate").contains(schema)) {
      throw new ConfigurationException(
          "sallyport.schema: \"%s\" is unknown; write update or validate.".formatted(schema));
    }
    production = production || "https".equals(uri.getScheme());
    if (demo && production) {
      throw new ConfigurationException(
          "sallyport.demo: demo users have known passwords; switch the demo off in production.");
    }
    proxies = List.copyOf(proxies);
  }

  private static URI parse(String issuer) {
    try {
      return new URI(issuer);
    } catch (URISyntaxException e) {
      throw new ConfigurationException(
          "sallyport.issuer: \"%s\" is not a URL; write it like https://id.example.org."
              .formatted(issuer));
    }
  }

  /** The absolute URL of a path on this server, which starts with a slash. */
  public String url(String path) {
    return issuer + path;
  }

  /** Whether the issuer is reached over TLS, so that cookies are {@code Secure}. */
  public boolean tls() {
    return issuer.startsWith("https:");
  }
}
