package org.sallyport.token;

import java.time.Instant;

/** A form of access tokens, chosen per client; each is one bean. */
public interface TokenFormat {

  /** The name in the client's registration. */
  String name();

  /** A new access token that is valid from one time to the other. */
  String mint(Entitlement entitlement, Instant issuedAt, Instant expiresAt);
}
