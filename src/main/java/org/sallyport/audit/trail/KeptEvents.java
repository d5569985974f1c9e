package org.sallyport.audit.trail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.sallyport.audit.AuditEvent;

/**
 * Adds a row for each event that is kept, in the transaction of whoever fires it: the deed and its
 * row are committed together, or neither.
 */
@ApplicationScoped
public class KeptEvents {

  @EJB private AuditTrail trail;

  void keep(@Observes AuditEvent event) {
    if (event.isKept()) {
      trail.add(event);
    }
  }
}
