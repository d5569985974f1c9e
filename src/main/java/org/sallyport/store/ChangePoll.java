package org.sallyport.store;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Hears within a second what another node has changed. */
@Singleton
@DependsOn("Migration")
@TransactionManagement(TransactionManagementType.BEAN)
public class ChangePoll {

  private static final Logger LOG = System.getLogger(ChangePoll.class.getName());

  @Inject private Changes changes;
  @Inject private Event<Changed> changed;
  private long seen = -1;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  @Lock(LockType.WRITE)
  void poll() {
    try {
      var current = changes.current();
      if (current != seen) {
        changed.fire(new Changed());
        // Only now: where an observer fails, the next second tells all of them again.
        seen = current;
      }
    } catch (RuntimeException e) {
      // The database is away: what is cached stays, and the next second asks again.
      LOG.log(Level.WARNING, "the change counter cannot be read: {0}", e.getMessage());
    }
  }
}
