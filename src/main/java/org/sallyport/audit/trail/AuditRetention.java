package org.sallyport.audit.trail;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.sallyport.store.cleanup.Leases;

/** Each hour one node deletes the rows that were kept long enough. */
@Singleton
@DependsOn("Migration")
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditRetention {

  private static final Logger LOG = System.getLogger(AuditRetention.class.getName());
  private static final Duration LEASE = Duration.ofMinutes(5);

  @Inject private Leases leases;
  @Inject private AuditTrail trail;

  @Schedule(hour = "*", minute = "17", persistent = false)
  void run() {
    try {
      var more = true;
      while (more && leases.take("audit", LEASE)) {
        more = trail.deleteOld();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the audit is cleaned up in an hour: {0}", e.getMessage());
    }
  }
}
