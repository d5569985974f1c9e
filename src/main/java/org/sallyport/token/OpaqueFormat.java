package org.sallyport.token;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Access tokens as 64 random characters, known to this server only. */
@ApplicationScoped
public class OpaqueFormat implements TokenFormat {

  @EJB private OpaqueTokens tokens;

  @Override
  public String name() {
    return "opaque";
  }

  @Override
  public String mint(Entitlement entitlement, Instant issuedAt, Instant expiresAt) {
    return tokens.add(entitlement, issuedAt, expiresAt);
  }
}
