package org.sallyport.token;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.sallyport.user.AccessEnded;
import org.sallyport.user.NoAdministrator;
import org.sallyport.user.UserRemoved;

/** The grants of one person: shown, and ended all at once. */
@Stateless
public class GrantsByUser {

  private static final int MOST = 200;

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** The living grants that gave tokens, the last used first, two hundred at most. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<GrantState> living(String userId) {
    var now = clock.instant();
    return entities
        .createQuery(
            "SELECT NEW org.sallyport.token.GrantState(g, u, c)"
                + " FROM UserGrant g, User u, Client c"
                + " WHERE g.userId = :user AND u.id = g.userId AND c.id = g.clientId"
                + " AND g.revokedAt IS NULL AND g.consumedAt IS NOT NULL AND g.expiresAt > :now"
                + " ORDER BY g.lastUsed DESC, g.id DESC",
            GrantState.class)
        .setParameter("user", userId)
        .setParameter("now", now)
        .setMaxResults(MOST)
        .getResultStream()
        .filter(state -> state.isAlive(now))
        .toList();
  }

  /** Ends all of them; codes that nobody has redeemed yet too. */
  public int revokeAll(String userId) {
    return entities
        .createQuery(
            "UPDATE UserGrant g SET g.revokedAt = :now"
                + " WHERE g.userId = :user AND g.revokedAt IS NULL")
        .setParameter("now", clock.instant())
        .setParameter("user", userId)
        .executeUpdate();
  }

  /** Ends those of a client whose code nobody has redeemed yet. */
  public int revokeWaiting(String userId, String clientId) {
    return entities
        .createQuery(
            "UPDATE UserGrant g SET g.revokedAt = :now WHERE g.userId = :user"
                + " AND g.clientId = :client AND g.consumedAt IS NULL AND g.revokedAt IS NULL")
        .setParameter("now", clock.instant())
        .setParameter("user", userId)
        .setParameter("client", clientId)
        .executeUpdate();
  }

  /** Ends those of trusted clients that were given in one login; how many there were. */
  public int revokeTrusted(String userId, String sessionId) {
    return entities
        .createQuery(
            "UPDATE UserGrant g SET g.revokedAt = :now"
                + " WHERE g.userId = :user AND g.sessionId = :session AND g.revokedAt IS NULL"
                + " AND g.clientId IN (SELECT c.id FROM Client c WHERE c.trusted = TRUE)")
        .setParameter("now", clock.instant())
        .setParameter("user", userId)
        .setParameter("session", sessionId)
        .executeUpdate();
  }

  public void end(@Observes AccessEnded ended) {
    revokeAll(ended.userId());
  }

  /** Ends those that hold a scope for administrators, with the right to give it. */
  public void endReserved(@Observes NoAdministrator person) {
    var reserved =
        entities
            .createQuery(
                "SELECT g FROM UserGrant g WHERE g.userId = :user AND g.revokedAt IS NULL",
                UserGrant.class)
            .setParameter("user", person.userId())
            .getResultStream()
            .filter(grant -> grant.scopes().areReserved())
            .map(grant -> grant.id().toString())
            .toList();
    if (!reserved.isEmpty()) {
      entities
          .createQuery("UPDATE UserGrant g SET g.revokedAt = :now WHERE g.id IN :ids")
          .setParameter("now", clock.instant())
          .setParameter("ids", reserved)
          .executeUpdate();
    }
  }

  /** Removes what a person allowed, with the person. */
  public void forget(@Observes UserRemoved removed) {
    entities
        .createQuery("DELETE FROM UserGrant g WHERE g.userId = :user")
        .setParameter("user", removed.userId())
        .executeUpdate();
  }
}
