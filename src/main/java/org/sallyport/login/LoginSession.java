package org.sallyport.login;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Randomness;
import org.sallyport.store.cleanup.ExpiringRow;
import org.sallyport.web.visitor.Visitor;

/** A person logged in with a browser: a row here, a random cookie there, any node serves it. */
@Entity
@Table(name = "login_session")
@Cacheable(false)
public class LoginSession implements ExpiringRow {

  /** The last use is written when it is this part of the idle time ago, not each time. */
  private static final int TOUCHES = 10;

  @Id private String id;

  @Column(name = "digest")
  private String digest;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "logged_in_at")
  private Instant loggedInAt;

  @Column(name = "last_used")
  private Instant lastUsed;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** The cookie that would bring it back, where its browser stays logged in. */
  @Column(name = "remembered_id")
  private String rememberedId;

  @Embedded private Visitor visitor;

  protected LoginSession() {}

  LoginSession(Digest digest, String userId, Instant now, Instant expiresAt) {
    this(digest, userId, now, now, expiresAt);
  }

  /** A session that begins later than the login that it is of. */
  LoginSession(Digest digest, String userId, Instant loggedInAt, Instant now, Instant expiresAt) {
    this.id = Randomness.rowId(now).toString();
    this.digest = digest.value();
    this.userId = userId;
    this.loggedInAt = loggedInAt;
    this.lastUsed = now;
    this.expiresAt = expiresAt;
  }

  /** Of a browser that stays logged in. */
  LoginSession rememberedBy(String id) {
    rememberedId = id;
    return this;
  }

  /** Of a browser that said what it is. */
  LoginSession from(Visitor known) {
    visitor = known;
    return this;
  }

  /** The browser; empty in rows of which none was noted. */
  public Optional<Visitor> visitor() {
    return Optional.ofNullable(visitor);
  }

  public String id() {
    return id;
  }

  Optional<String> rememberedId() {
    return Optional.ofNullable(rememberedId);
  }

  /** The same for all sessions that one remembered login began; that of the session otherwise. */
  public String loginId() {
    return rememberedId().orElse(id);
  }

  public String userId() {
    return userId;
  }

  /** OpenID Connect Core 1.0 §2, {@code auth_time}. */
  public Instant loggedInAt() {
    return loggedInAt;
  }

  /** When it served a request, to a tenth of the idle time. */
  public Instant lastUsed() {
    return lastUsed;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** Whether the last use should be written down again. */
  boolean isStale(Duration idle, Instant now) {
    return lastUsed.plus(idle.dividedBy(TOUCHES)).isBefore(now);
  }
}
