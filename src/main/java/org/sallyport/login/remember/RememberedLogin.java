package org.sallyport.login.remember;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.oauth.Digest;
import org.sallyport.store.cleanup.ExpiringRow;
import org.sallyport.web.visitor.Visitor;

/** A browser that stays logged in: its cookie's newest value is good, an older one is a theft. */
@Entity
@Table(name = "remembered_login")
@Cacheable(false)
public class RememberedLogin implements ExpiringRow {

  /** How long two tabs that start together may both send the value before. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  @Id private String id;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "digest")
  private String digest;

  @Column(name = "previous_digest")
  private String previousDigest;

  @Column(name = "logged_in_at")
  private Instant loggedInAt;

  @Column(name = "rotated_at")
  private Instant rotatedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Embedded private Visitor visitor;

  protected RememberedLogin() {}

  RememberedLogin(UUID id, Digest digest, String userId, Instant loggedInAt, Instant expiresAt) {
    this.id = id.toString();
    this.userId = userId;
    this.digest = digest.value();
    this.loggedInAt = loggedInAt;
    this.rotatedAt = loggedInAt;
    this.expiresAt = expiresAt;
  }

  /** The same, seen last at an address. */
  RememberedLogin from(Visitor known) {
    visitor = known;
    return this;
  }

  Optional<Visitor> visitor() {
    return Optional.ofNullable(visitor);
  }

  Instant rotatedAt() {
    return rotatedAt;
  }

  String id() {
    return id;
  }

  String userId() {
    return userId;
  }

  /** When the password was typed. */
  Instant loggedInAt() {
    return loggedInAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  boolean isNewest(String sent) {
    return new Digest(digest).matches(sent);
  }

  /** Whether a value is the one before, which another tab has changed a moment ago. */
  boolean isOvertaken(String sent, Instant now) {
    return previousDigest != null
        && new Digest(previousDigest).matches(sent)
        && now.isBefore(rotatedAt.plus(GRACE));
  }

  void rotate(Digest next, Instant now) {
    previousDigest = digest;
    digest = next.value();
    rotatedAt = now;
  }
}
