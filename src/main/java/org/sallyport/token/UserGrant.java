package org.sallyport.token;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.WordsConverter;
import org.sallyport.store.cleanup.ExpiringRow;
import org.sallyport.web.visitor.Visitor;

/**
 * What a person allowed a client once: its code (RFC 6749 §4.1.2) and the generation of its refresh
 * token (§6) in one row. The id is that of the flow that made it, so a flow makes one grant.
 */
@Entity
@Table(name = "user_grant")
@Cacheable(false)
public class UserGrant implements ExpiringRow {

  @Id private String id;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "session_id")
  private String sessionId;

  private Scopes scopes;

  @Convert(converter = WordsConverter.class)
  private List<String> audiences;

  @Column(name = "nonce")
  private String nonce;

  @Column(name = "code_digest")
  private String codeDigest;

  @Column(name = "code_expires_at")
  private Instant codeExpiresAt;

  @Column(name = "code_challenge")
  private String codeChallenge;

  @Column(name = "redirect_uri")
  private String redirectUri;

  @Column(name = "redirect_uri_sent")
  private boolean redirectUriSent;

  @Column(name = "logged_in_at")
  private Instant loggedInAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "consumed_at")
  private Instant consumedAt;

  private int generation;

  @Column(name = "rotated_at")
  private Instant rotatedAt;

  @Column(name = "last_used")
  private Instant lastUsed;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Embedded private Visitor visitor;

  protected UserGrant() {}

  /** A grant that waits for its code to be redeemed. */
  public UserGrant(Authorization authorization, Digest code, Instant codeExpiry, Instant expiry) {
    this(authorization, expiry);
    codeDigest = code.value();
    codeExpiresAt = codeExpiry;
  }

  /** A grant whose holder proves it in another way than by a code. */
  public UserGrant(Authorization authorization, Instant expiry) {
    id = authorization.id().toString();
    clientId = authorization.clientId();
    userId = authorization.userId();
    sessionId = authorization.sessionId();
    scopes = authorization.scopes();
    audiences = authorization.audiences();
    nonce = authorization.nonce().orElse(null);
    codeChallenge = authorization.codeChallenge();
    redirectUri = authorization.redirectUri();
    redirectUriSent = authorization.redirectUriSent();
    loggedInAt = authorization.loggedInAt();
    createdAt = authorization.at();
    expiresAt = expiry;
    visitor = authorization.visitor();
  }

  /** The same grant, which gives its first tokens at once. */
  public UserGrant redeemed(Instant now) {
    generation = 1;
    return begun(now);
  }

  /** The same grant, whose first refresh token another system has given. */
  public UserGrant begun(Instant now) {
    consumedAt = now;
    rotatedAt = now;
    lastUsed = now;
    return this;
  }

  public UUID id() {
    return UUID.fromString(id);
  }

  public String clientId() {
    return clientId;
  }

  public String userId() {
    return userId;
  }

  public Scopes scopes() {
    return scopes;
  }

  public List<String> audiences() {
    return audiences;
  }

  public Instant codeExpiresAt() {
    return codeExpiresAt;
  }

  public String codeChallenge() {
    return codeChallenge;
  }

  public String redirectUri() {
    return redirectUri;
  }

  public boolean isRedirectUriSent() {
    return redirectUriSent;
  }

  public Instant loggedInAt() {
    return loggedInAt;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public boolean isConsumed() {
    return consumedAt != null;
  }

  public int generation() {
    return generation;
  }

  public Instant rotatedAt() {
    return rotatedAt;
  }

  public Instant lastUsed() {
    return lastUsed;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public boolean isRevoked() {
    return revokedAt != null;
  }

  public Optional<Visitor> visitor() {
    return Optional.ofNullable(visitor);
  }
}
