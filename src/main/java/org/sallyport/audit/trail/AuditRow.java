package org.sallyport.audit.trail;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.oauth.Randomness;

/** What happened once: who did it, from where, to whom and to which client. Never changed. */
@Entity
@Table(name = "audit_event")
@Cacheable(false)
public class AuditRow {

  @Id private String id;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "kind")
  private String kind;

  @Column(name = "actor_id")
  private String actorId;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "address")
  private String address;

  @Column(name = "detail")
  private String detail;

  protected AuditRow() {}

  AuditRow(Instant at, EventFacts facts, String address) {
    this.id = Randomness.rowId(at).toString();
    this.happenedAt = at;
    this.kind = facts.kind();
    this.actorId = facts.actor();
    this.userId = facts.user();
    this.clientId = facts.client();
    this.address = Optional.ofNullable(facts.address()).orElse(address);
    this.detail = facts.detail();
  }

  public String id() {
    return id;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  /** The name of the event. */
  public String kind() {
    return kind;
  }

  /** The person or client who did it, or null where the server did. */
  public String actorId() {
    return actorId;
  }

  /** The person it was done to, or null. */
  public String userId() {
    return userId;
  }

  public String clientId() {
    return clientId;
  }

  /** Where the request came from, or null where there was none. */
  public String address() {
    return address;
  }

  /** The rest as a JSON object, with {@code before} and {@code after} where something changed. */
  public String detail() {
    return detail;
  }
}
