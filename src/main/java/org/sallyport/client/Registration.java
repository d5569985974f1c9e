package org.sallyport.client;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** What the registry knows of a client beside what it may do: its state and its changes. */
@MappedSuperclass
public abstract class Registration {

  @Column(name = "active")
  private boolean active = true;

  @Column(name = "not_before")
  private Instant notBefore;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "updated_by")
  private String updatedBy;

  @Version
  @Column(name = "version")
  private int version;

  protected Registration() {}

  protected Registration(Instant now) {
    createdAt = now;
    updatedAt = now;
  }

  public boolean isActive() {
    return active;
  }

  /** Whether what it got at a time still counts. */
  public boolean honours(Instant issuedAt) {
    return active && (notBefore == null || !issuedAt.isBefore(notBefore));
  }

  /** Is accepted from now on, as before; the caller tells who decided. */
  void switchOn() {
    active = true;
  }

  /** Is refused from now on, with all that it was given. */
  void switchOff() {
    active = false;
  }

  /** Remembers who changed it last. */
  void changed(Instant now, String userId) {
    updatedAt = now;
    updatedBy = userId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When an administrator last changed it, its secrets or its state. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** The user who did; empty where nobody has since it was made. */
  public Optional<String> updatedBy() {
    return Optional.ofNullable(updatedBy);
  }

  /** Grows with each change of what is registered, so that nobody overwrites another's unseen. */
  public int version() {
    return version;
  }
}
