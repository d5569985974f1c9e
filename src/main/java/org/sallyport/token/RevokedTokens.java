package org.sallyport.token;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The access tokens that were revoked one by one. */
@Stateless
public class RevokedTokens {

  @PersistenceContext private EntityManager entities;

  public void add(AccessToken token) {
    entities.merge(new RevokedToken(token.jti(), token.expiresAt()));
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean contains(String jti) {
    return entities.find(RevokedToken.class, jti) != null;
  }
}
