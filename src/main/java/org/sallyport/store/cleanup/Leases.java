package org.sallyport.store.cleanup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import org.sallyport.oauth.Randomness;

/** Leases, taken by one conditional update each. */
@Stateless
public class Leases {

  /** This process among the nodes. */
  private static final String NODE = Randomness.name();

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** Whether this node holds the lease now, for at least the given time. */
  public boolean take(String name, Duration time) {
    var now = clock.instant();
    return entities
            .createQuery(
                "UPDATE Lease l SET l.owner = :node, l.expiresAt = :until"
                    + " WHERE l.id = :name AND (l.owner = :node OR l.expiresAt < :now)")
            .setParameter("node", NODE)
            .setParameter("until", now.plus(time))
            .setParameter("name", name)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }
}
