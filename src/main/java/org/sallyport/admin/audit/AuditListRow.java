package org.sallyport.admin.audit;

import java.time.Instant;

/** A row of the audit with the names that the people in it have now. */
public record AuditListRow(
    String id,
    Instant at,
    String kind,
    String actorId,
    String actor,
    String userId,
    String user,
    String clientId,
    String address,
    String detail) {

  public String getId() {
    return id;
  }

  public Instant getAt() {
    return at;
  }

  public String getKind() {
    return kind;
  }

  /** Who did it: the name, the id of somebody who is gone, or null for the server. */
  public String getActor() {
    return actor == null ? actorId : actor;
  }

  /** Whom it was done to, where that is somebody else. */
  public String getUser() {
    return userId == null || userId.equals(actorId) ? null : user == null ? userId : user;
  }

  public String getClientId() {
    return clientId;
  }

  public String getAddress() {
    return address;
  }
}
