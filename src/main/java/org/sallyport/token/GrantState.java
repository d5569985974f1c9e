package org.sallyport.token;

import java.time.Instant;
import org.sallyport.client.Client;
import org.sallyport.user.User;

/** A grant with its user and client, read in one query. */
public record GrantState(UserGrant grant, User user, Client client) {

  /** Whether what this grant gave still counts: it, its user and its client. */
  public boolean isAlive(Instant now) {
    return !grant.isRevoked()
        && now.isBefore(grant.expiresAt())
        && user.honours(grant.createdAt())
        && client.honours(grant.createdAt())
        && !grant.createdAt().isBefore(client.createdAt());
  }
}
