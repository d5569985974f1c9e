package org.sallyport.store.cleanup;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Each minute one node deletes what has expired, so that tables stay flat; each batch is a
 * transaction, as one for all would keep what it deleted in the way of its next look.
 */
@Singleton
@DependsOn("Migration")
@TransactionManagement(TransactionManagementType.BEAN)
public class CleanUp {

  private static final Logger LOG = System.getLogger(CleanUp.class.getName());
  private static final Duration LEASE = Duration.ofMinutes(5);

  /**
   * After each batch it rests so many times as long, as people and clients wait for the database.
   */
  private static final int REST = 3;

  @Inject private Leases leases;
  @Inject private ExpiredRows rows;

  @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
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
      var began = System.nanoTime();
      var deleted = rows.deleteBatch(kind);
      total += deleted;
      if (deleted < ExpiredRows.BATCH) {
        break;
      }
      LockSupport.parkNanos(REST * (System.nanoTime() - began));
    }
    if (total > 0) {
      LOG.log(Level.INFO, "deleted {0} expired rows of {1}", total, kind.getSimpleName());
    }
  }
}
