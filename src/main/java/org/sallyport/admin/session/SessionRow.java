package org.sallyport.admin.session;

import java.time.Instant;

/** A sign-in as the list shows it: without its cookie's digest. */
public record SessionRow(
    String id, String userId, String user, Instant beganAt, Instant lastUsed, Instant expiresAt) {

  public String getId() {
    return id;
  }

  public String getUserId() {
    return userId;
  }

  public String getUser() {
    return user == null ? userId : user;
  }

  public Instant getBeganAt() {
    return beganAt;
  }

  public Instant getLastUsed() {
    return lastUsed;
  }

  public Instant getExpiresAt() {
    return expiresAt;
  }
}
