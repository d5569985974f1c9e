package org.sallyport.token.imported;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.oauth.Digest;
import org.sallyport.token.RefreshToken;
import org.sallyport.token.UserGrant;

/** Refresh tokens of other systems: each is the one before the first that its grant gives. */
@Stateless
public class ImportedRefreshTokens {

  /** Characters; no other system's are longer that are not encrypted. */
  public static final int LONGEST = 256;

  /** What comes before the first generation of ours. */
  private static final int BEFORE_OURS = 0;

  @PersistenceContext private EntityManager entities;

  /** What a text stands for, whose grant may be gone; empty where no other system gave it. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<RefreshToken> find(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return entities
        .createQuery("SELECT t.grantId FROM ImportedRefreshToken t WHERE t.id = :id", String.class)
        .setParameter("id", Digest.of(text).value())
        .getResultStream()
        .findFirst()
        .map(grant -> new RefreshToken(UUID.fromString(grant), BEFORE_OURS));
  }

  /** Adds a grant with the token that proves it; fails as a duplicate where that is known. */
  public void add(UserGrant grant, String token) {
    entities.persist(grant);
    entities.persist(new ImportedRefreshToken(Digest.of(token), grant));
    entities.flush();
  }
}
