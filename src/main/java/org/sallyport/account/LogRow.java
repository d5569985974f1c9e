package org.sallyport.account;

import java.time.Instant;
import java.util.Optional;
import org.sallyport.audit.trail.AuditRow;

/** A row of the audit as the person sees whom it is about: nothing of whoever else took part. */
public record LogRow(AuditRow row, Optional<String> clientName) {

  public Instant getAt() {
    return row.happenedAt();
  }

  public String getKind() {
    return row.kind();
  }

  /** Who did it: you, somebody (an administrator) or nobody (the server, or a stranger). */
  public String getBy() {
    if (row.actorId() == null) {
      return "nobody";
    }
    return isOwn() ? "you" : "somebody";
  }

  private boolean isOwn() {
    return row.userId().equals(row.actorId());
  }

  public String getClient() {
    return clientName.orElse(row.clientId());
  }

  /** From where; an administrator's address is nobody else's business. */
  public String getAddress() {
    return getBy().equals("somebody") ? null : row.address();
  }
}
