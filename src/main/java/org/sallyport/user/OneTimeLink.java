package org.sallyport.user;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.oauth.Digest;
import org.sallyport.store.cleanup.ExpiringRow;

/** A link that works once, for whoever has it; its id is the digest of the token in it. */
@Entity
@Table(name = "one_time_link")
@Cacheable(false)
public class OneTimeLink implements ExpiringRow {

  /** What a link lets its holder do. */
  public enum Purpose {
    /** Choose a new password for one account. */
    PASSWORD_RESET,
    /** Set up a server that has no administrator yet. */
    SETUP
  }

  @Id private String id;

  @Enumerated(EnumType.STRING)
  @Column(name = "purpose")
  private Purpose purpose;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected OneTimeLink() {}

  OneTimeLink(Digest token, Purpose purpose, String userId, Instant now, Instant expiresAt) {
    this.id = token.value();
    this.purpose = purpose;
    this.userId = userId;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  /** Whose it is; empty where it belongs to nobody yet. */
  public Optional<String> userId() {
    return Optional.ofNullable(userId);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
