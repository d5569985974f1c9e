package org.sallyport.admin.api.grant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.sallyport.store.cleanup.ExpiredRows;

/** Codes that nobody redeemed in time: their grants gave nothing, and go before their own end. */
@Stateless
public class ExpiredCodes {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** What one look found; the next one goes on after the last. */
  public record Batch(int deleted, String last) {}

  /** Deletes at most {@link ExpiredRows#BATCH} whose ids come after one that was seen before. */
  public Batch deleteBatch(String after) {
    var ids =
        entities
            .createQuery(
                "SELECT g.id FROM UserGrant g WHERE g.id > :after"
                    + " AND g.consumedAt IS NULL AND g.codeExpiresAt < :now ORDER BY g.id",
                String.class)
            .setParameter("after", after)
            .setParameter("now", clock.instant())
            .setMaxResults(ExpiredRows.BATCH)
            .getResultList();
    return ids.isEmpty() ? new Batch(0, after) : new Batch(delete(ids), ids.get(ids.size() - 1));
  }

  private int delete(List<String> ids) {
    return entities
        .createQuery("DELETE FROM UserGrant g WHERE g.id IN :ids AND g.consumedAt IS NULL")
        .setParameter("ids", ids)
        .executeUpdate();
  }
}
