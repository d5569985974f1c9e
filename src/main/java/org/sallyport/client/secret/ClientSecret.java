package org.sallyport.client.secret;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Randomness;
import org.sallyport.store.cleanup.ExpiringRow;

/** A secret of a client, RFC 6749 §2.3.1, as its digest. */
@Entity
@Table(name = "client_secret")
@Cacheable(false)
public class ClientSecret implements ExpiringRow {

  @Id private String id;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "digest")
  private String digest;

  /** As slow as a password's; null where the digest alone is kept. */
  @Column(name = "slow_hash")
  private String slowHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "last_used")
  private Instant lastUsed;

  /** The column's own number, as EclipseLink converts no time that MAX gives. */
  @Column(name = "last_used", insertable = false, updatable = false)
  private Long lastUsedMillis;

  protected ClientSecret() {}

  public ClientSecret(String clientId, Digest digest, Instant now) {
    this.id = Randomness.rowId(now).toString();
    this.clientId = clientId;
    this.digest = digest.value();
    this.createdAt = now;
  }

  /** A secret that another system has hashed, or that is too short for a digest. */
  static ClientSecret hashed(String clientId, String hash, Instant now) {
    var secret = new ClientSecret(clientId, unknown().digest(), now);
    secret.slowHash = hash;
    return secret;
  }

  /** A secret that nobody knows. */
  public static ClientSecret unknown() {
    return new ClientSecret("", Digest.of(Randomness.secret()), Instant.EPOCH);
  }

  public String id() {
    return id;
  }

  public Digest digest() {
    return new Digest(digest);
  }

  /** The hash to compare with where the digest is nobody's. */
  public Optional<String> slowHash() {
    return Optional.ofNullable(slowHash);
  }

  /** Whether it is accepted at a time. */
  public boolean isAlive(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When it ends; empty where that is not decided. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /** When it was last shown, up to a minute late. */
  public Optional<Instant> lastUsed() {
    return Optional.ofNullable(lastUsed);
  }

  /** Without the digest. */
  @Override
  public String toString() {
    return id;
  }
}
