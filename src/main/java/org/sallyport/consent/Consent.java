package org.sallyport.consent;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.oauth.Scopes;

/** The scopes that a person has allowed a client so far, and those left out of what it asked. */
@Entity
@Table(name = "consent")
@Cacheable(false)
public class Consent {

  /** What a person said: scopes that are allowed, and optional ones that are left out. */
  public record Answer(Scopes allowed, Scopes left) {}

  /** User and client in one text, so that a pair has one row. */
  @Id private String id;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "scopes")
  private Scopes scopes;

  @Column(name = "refused")
  private Scopes refused = Scopes.NONE;

  @Column(name = "given_at")
  private Instant givenAt;

  protected Consent() {}

  Consent(String userId, String clientId, Answer answer, Instant now) {
    this.id = id(userId, clientId);
    this.userId = userId;
    this.clientId = clientId;
    this.scopes = answer.allowed();
    this.refused = answer.left();
    this.givenAt = now;
  }

  static String id(String userId, String clientId) {
    return userId + " " + clientId;
  }

  /** The last answer counts, also for what was answered otherwise before. */
  void change(Answer answer, Instant now) {
    scopes = scopes.union(answer.allowed()).without(answer.left());
    refused = refused.union(answer.left()).without(answer.allowed());
    givenAt = now;
  }

  /** Nobody has answered for what is for administrators; false where nothing else is allowed. */
  boolean forgetReserved() {
    scopes = scopes.without(Scopes.RESERVED);
    refused = refused.without(Scopes.RESERVED);
    return !scopes.isEmpty();
  }

  /**
   * What the client gets of what it asks for, as answered before; empty where the person must be
   * asked.
   */
  public Optional<Scopes> answerTo(Scopes asked, Scopes optional) {
    var open = asked.without(scopes).without(refused.intersection(optional));
    return Optional.of(asked.intersection(scopes))
        .filter(allowed -> open.isEmpty() && !allowed.isEmpty());
  }

  /** Whether the person left this scope out when last asked. */
  boolean isRefused(String scope) {
    return refused.contains(scope);
  }

  public Instant givenAt() {
    return givenAt;
  }
}
