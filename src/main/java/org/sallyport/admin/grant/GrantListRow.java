package org.sallyport.admin.grant;

import java.time.Instant;
import org.sallyport.oauth.Scopes;

/** A grant as the list shows it, and as it is exported: without its code's digest. */
public record GrantListRow(
    String id,
    String userId,
    String user,
    String clientId,
    String client,
    Scopes scopes,
    Instant grantedAt,
    Instant lastUsed,
    Instant expiresAt,
    Instant revokedAt) {

  public String getId() {
    return id;
  }

  public String getUserId() {
    return userId;
  }

  public String getUser() {
    return user == null ? userId : user;
  }

  public String getClientId() {
    return clientId;
  }

  public String getClient() {
    return client == null ? clientId : client;
  }

  public String getScopes() {
    return scopes == null ? "" : scopes.toString();
  }

  public Instant getGrantedAt() {
    return grantedAt;
  }

  public Instant getLastUsed() {
    return lastUsed;
  }

  public Instant getExpiresAt() {
    return expiresAt;
  }

  public boolean isRevoked() {
    return revokedAt != null;
  }
}
