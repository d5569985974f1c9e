package org.sallyport.token.revoke;

import java.time.Instant;
import java.util.Optional;

/** Which grants: of a person, of a client, given before a time; at least one of these. */
public record Selection(
    Optional<String> userId, Optional<String> clientId, Optional<Instant> before) {

  public Selection {
    if (userId.isEmpty() && clientId.isEmpty() && before.isEmpty()) {
      throw new IllegalArgumentException("nothing selected would be everything");
    }
  }

  String condition() {
    return "g.revokedAt IS NULL AND g.expiresAt > :now AND g.createdAt < :before"
        + userId.map(id -> " AND g.userId = :user").orElse("")
        + clientId.map(id -> " AND g.clientId = :client").orElse("");
  }

  /** What was given at this moment was not meant. */
  Instant end(Instant now) {
    return before.filter(now::isAfter).orElse(now.plusMillis(1));
  }
}
