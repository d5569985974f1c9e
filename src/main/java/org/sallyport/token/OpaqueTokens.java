package org.sallyport.token;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.client.ClientRemoved;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Randomness;
import org.sallyport.user.UserRemoved;

/** Opaque access tokens, one digest row each. */
@Stateless
public class OpaqueTokens {

  @PersistenceContext private EntityManager entities;

  /** A new token of 64 characters. */
  public String add(Entitlement entitlement, Instant issuedAt, Instant expiresAt) {
    var token = Randomness.secret();
    entities.persist(
        new OpaqueToken(Digest.of(token), Randomness.name(), entitlement, issuedAt, expiresAt));
    return token;
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<AccessToken> find(String token) {
    return Optional.ofNullable(entities.find(OpaqueToken.class, Digest.of(token).value()))
        .map(OpaqueToken::content);
  }

  public void forgetUser(@Observes UserRemoved removed) {
    entities
        .createQuery("DELETE FROM OpaqueToken t WHERE t.subject = :user")
        .setParameter("user", removed.userId())
        .executeUpdate();
  }

  /** How many tokens of a client are not expired. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public long countOf(String clientId, Instant now) {
    return entities
        .createQuery(
            "SELECT COUNT(t) FROM OpaqueToken t"
                + " WHERE t.clientId = :client AND t.expiresAt > :now",
            Long.class)
        .setParameter("client", clientId)
        .setParameter("now", now)
        .getSingleResult();
  }

  public void forget(@Observes ClientRemoved removed) {
    entities
        .createQuery("DELETE FROM OpaqueToken t WHERE t.clientId = :client")
        .setParameter("client", removed.clientId())
        .executeUpdate();
  }
}
