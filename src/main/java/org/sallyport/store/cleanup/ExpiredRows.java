package org.sallyport.store.cleanup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.metamodel.EntityType;
import java.time.Clock;
import java.util.List;

/** Deletes expired rows, a small batch a transaction. */
@Stateless
public class ExpiredRows {

  /** Rows of one transaction. */
  public static final int BATCH = 100;

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** The entities that have expired rows at times. */
  public List<Class<?>> kinds() {
    return entities.getMetamodel().getEntities().stream()
        .<Class<?>>map(EntityType::getJavaType)
        .filter(ExpiringRow.class::isAssignableFrom)
        .toList();
  }

  /** How many rows went, at most {@value #BATCH}. */
  public int deleteBatch(Class<?> entity) {
    var name = entity.getSimpleName();
    // In the order of the index, or PostgreSQL may read the table from its start.
    var ids =
        entities
            .createQuery(
                "SELECT e.id FROM " + name + " e WHERE e.expiresAt < :now ORDER BY e.expiresAt")
            .setParameter("now", clock.instant())
            .setMaxResults(BATCH)
            .getResultList();
    if (ids.isEmpty()) {
      return 0;
    }
    return entities
        .createQuery("DELETE FROM " + name + " e WHERE e.id IN :ids")
        .setParameter("ids", ids)
        .executeUpdate();
  }
}
