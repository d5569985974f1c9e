package org.sallyport.key.canary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.sallyport.store.Conflicts;
import org.sallyport.store.DatabaseReady;

/** Stops the start when the encryption key is not the one that this database was sealed with. */
@ApplicationScoped
public class CanaryCheck {

  @Inject private Canaries canaries;

  void check(@Observes @Priority(DatabaseReady.SEALING) DatabaseReady ready) {
    Conflicts.retryDuplicate(
        () -> {
          canaries.check();
          return null;
        });
  }
}
