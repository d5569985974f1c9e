package org.sallyport.admin.api.grant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.sallyport.store.cleanup.ExpiredRows;

/** Codes that nobody redeemed in time: their grants gave nothing, and go before their own end. */
@Stateless
public class ExpiredCodes {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** How many went, at most {@link ExpiredRows#BATCH}. */
  public int deleteBatch() {
    var ids =
        entities
            .createQuery(
                "SELECT g.id FROM UserGrant g"
                    + " WHERE g.consumedAt IS NULL AND g.codeExpiresAt < :now",
                String.class)
            .setParameter("now", clock.instant())
            .setMaxResults(ExpiredRows.BATCH)
            .getResultList();
    return ids.isEmpty()
        ? 0
        : entities
            .createQuery("DELETE FROM UserGrant g WHERE g.id IN :ids AND g.consumedAt IS NULL")
            .setParameter("ids", ids)
            .executeUpdate();
  }
}
