package org.sallyport.store.cleanup;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Each minute one node deletes what has expired, so that tables stay flat. */
@Singleton
@DependsOn("Migration")
public class CleanUp {

  private static final Logger LOG = System.getLogger(CleanUp.class.getName());
  private static final Duration LEASE = Duration.ofMinutes(5);

  @Inject private Leases leases;
  @Inject private ExpiredRows rows;

  @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    try {
      rows.kinds().forEach(this::deleteAll);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "clean-up goes on in a minute: {0}", e.getMessage());
    }
  }

  private void deleteAll(Class<?> kind) {
    var total = 0;
    // The lease is taken again for each batch, so that a long clean-up keeps it.
    while (leases.take("clean-up", LEASE)) {
      var deleted = rows.deleteBatch(kind);
      total += deleted;
      if (deleted < ExpiredRows.BATCH) {
        break;
      }
    }
    if (total > 0) {
      LOG.log(Level.INFO, "deleted {0} expired rows of {1}", total, kind.getSimpleName());
    }
  }
}
