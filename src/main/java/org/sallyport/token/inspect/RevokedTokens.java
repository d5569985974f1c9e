package org.sallyport.token.inspect;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.sallyport.token.AccessToken;

/** The access tokens that were revoked one by one. */
@Stateless
public class RevokedTokens {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * Notes that a token has ended; one that has expired needs no note. Fails as a duplicate where
   * another request does the same in this moment.
   */
  public void add(AccessToken token) {
    if (clock.instant().isBefore(token.expiresAt())) {
      entities.merge(new RevokedToken(token.jti(), token.expiresAt()));
      entities.flush();
    }
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean contains(String jti) {
    return entities.find(RevokedToken.class, jti) != null;
  }
}
