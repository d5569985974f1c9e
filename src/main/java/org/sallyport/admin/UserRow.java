package org.sallyport.admin;

import java.time.Instant;

/** A person as the list shows them, and as they are exported: without the password's hash. */
public record UserRow(
    String id, String username, boolean administrator, boolean active, Instant createdAt) {

  public String getId() {
    return id;
  }

  public String getUsername() {
    return username;
  }

  public boolean isAdministrator() {
    return administrator;
  }

  public boolean isActive() {
    return active;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }
}
