package org.sallyport.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sallyport.config.source.Durations;
import org.sallyport.oauth.Scopes;

/** A client as the list shows it, and as it is exported: without its secret's digest. */
public record ClientRow(
    String id,
    String name,
    boolean confidential,
    List<String> grantTypes,
    List<String> redirectUris,
    Scopes scopes,
    boolean active,
    Instant createdAt,
    Long lastUsedMillis,
    String publisher,
    String tokenFormat,
    String responseProfile,
    boolean trusted,
    boolean plainPkce,
    boolean optionalPkce,
    boolean allowSubdomains,
    boolean allowLocalhost,
    boolean privateSchemes,
    Long codeLifetime,
    Long accessLifetime,
    Long refreshLifetime,
    Long refreshIdle) {

  /** A length as it is registered, ISO-8601, or null. */
  static String text(Long millis) {
    return millis == null ? null : Durations.write(Duration.ofMillis(millis));
  }

  public String getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public boolean isConfidential() {
    return confidential;
  }

  public boolean isActive() {
    return active;
  }

  /** In short where RFC 6755 §2.1 gives them a long name. */
  public List<String> getGrantTypes() {
    return grantTypes.stream()
        .map(type -> type.replace("urn:ietf:params:oauth:grant-type:", ""))
        .toList();
  }

  /** The first redirect URI, or null. */
  public String getRedirectUri() {
    return redirectUris.isEmpty() ? null : redirectUris.get(0);
  }

  /** How many redirect URIs it has beside the first. */
  public int getFurtherUris() {
    return Math.max(0, redirectUris.size() - 1);
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  /** When one of its secrets was last shown, or null. */
  public Instant getLastUsed() {
    return lastUsedMillis == null ? null : Instant.ofEpochMilli(lastUsedMillis);
  }
}
