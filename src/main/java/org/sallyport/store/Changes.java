package org.sallyport.store;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The change counter: written with each change, read by every node each second. */
@Stateless
public class Changes {

  @PersistenceContext private EntityManager entities;
  @Inject private Event<Changed> changed;

  /** Notes a change in the caller's transaction; this node hears of it when that commits. */
  public void note() {
    entities
        .createQuery("UPDATE Change c SET c.counter = c.counter + 1 WHERE c.id = :id")
        .setParameter("id", Change.ONLY)
        .executeUpdate();
    changed.fire(new Changed());
  }

  /** How many changes there were so far. */
  public long current() {
    return entities
        .createQuery("SELECT c.counter FROM Change c WHERE c.id = :id", Long.class)
        .setParameter("id", Change.ONLY)
        .getSingleResult();
  }
}
