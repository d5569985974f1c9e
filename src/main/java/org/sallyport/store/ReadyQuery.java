package org.sallyport.store;

import jakarta.persistence.EntityManager;

/**
 * A query of each request, made ready once: one in the code is made ready whenever it has a hint,
 * and one in {@code orm.xml} costs half a second at each start.
 */
public final class ReadyQuery {

  private ReadyQuery() {}

  /**
   * Names a query. It is read-only, as nobody changes what it finds and needs no copy to compare
   * with; and refreshed, so that no earlier answer of the same transaction is taken for this one.
   */
  public static void of(EntityManager entities, String name, Class<?> result, String text) {
    var query =
        entities
            .createQuery(text, result)
            .setHint("eclipselink.read-only", true)
            .setHint("eclipselink.refresh", true);
    entities.getEntityManagerFactory().addNamedQuery(name, query);
  }
}
