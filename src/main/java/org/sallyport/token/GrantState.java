package org.sallyport.token;

import java.time.Instant;
import org.sallyport.client.Client;
import org.sallyport.oauth.Scopes;
import org.sallyport.user.User;

/** A grant with its user and client. */
public record GrantState(UserGrant grant, User user, Client client) {

  /** The granted scopes that the client may still have, and its user may still give. */
  public Scopes scopes() {
    var both = grant.scopes().intersection(client.scopes());
    return both.areReserved() && !user.isAdministrator() ? both.without(Scopes.RESERVED) : both;
  }

  /** Whether what this grant gave still counts: it, its user and its client. */
  public boolean isAlive(Instant now) {
    return !grant.isRevoked()
        && now.isBefore(grant.expiresAt())
        // By the login, as one from before the password was changed may still be answering.
        && user.honours(grant.loggedInAt())
        && client.honours(grant.createdAt())
        && !grant.createdAt().isBefore(client.createdAt());
  }
}
