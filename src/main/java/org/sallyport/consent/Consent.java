package org.sallyport.consent;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.sallyport.oauth.Scopes;

/** The scopes that a person has allowed a client so far. */
@Entity
@Table(name = "consent")
@Cacheable(false)
public class Consent {

  /** User and client in one text, so that a pair has one row. */
  @Id private String id;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "scopes")
  private Scopes scopes;

  @Column(name = "given_at")
  private Instant givenAt;

  protected Consent() {}

  Consent(String userId, String clientId, Scopes scopes, Instant now) {
    this.id = id(userId, clientId);
    this.userId = userId;
    this.clientId = clientId;
    this.scopes = scopes;
    this.givenAt = now;
  }

  static String id(String userId, String clientId) {
    return userId + " " + clientId;
  }

  void widen(Scopes more, Instant now) {
    scopes = scopes.union(more);
    givenAt = now;
  }

  public boolean covers(Scopes asked) {
    return scopes.containsAll(asked);
  }

  public Instant givenAt() {
    return givenAt;
  }
}
