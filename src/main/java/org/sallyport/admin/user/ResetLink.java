package org.sallyport.admin.user;

import java.time.Instant;

/** A link to choose a new password, shown to the administrator this once. */
public record ResetLink(String address, Instant expiresAt) {

  public String getAddress() {
    return address;
  }

  public Instant getExpiresAt() {
    return expiresAt;
  }

  @Override
  public String toString() {
    return "a link until " + expiresAt;
  }
}
