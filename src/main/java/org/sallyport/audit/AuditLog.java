package org.sallyport.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Writes each event as one line of the log, control characters made visible. */
@ApplicationScoped
public class AuditLog {

  private static final Logger LOG = System.getLogger("org.sallyport.audit");

  void write(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuditEvent event) {
    LOG.log(Level.INFO, event.toString().replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?"));
  }
}
