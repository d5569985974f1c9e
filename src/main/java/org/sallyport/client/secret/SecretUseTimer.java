package org.sallyport.client.secret;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.sallyport.store.Conflicts;

/** Writes down each minute when secrets were used, so that no request has to. */
@Singleton
@DependsOn("Migration")
@TransactionManagement(TransactionManagementType.BEAN)
public class SecretUseTimer {

  private static final Logger LOG = System.getLogger(SecretUseTimer.class.getName());

  @Inject private SecretUses uses;
  @Inject private ClientSecrets secrets;

  @Schedule(hour = "*", minute = "*", second = "45", persistent = false)
  void run() {
    try {
      uses.all()
          .forEach(
              (id, time) -> {
                Conflicts.retry(
                    () -> {
                      secrets.used(id, time);
                      return null;
                    });
                uses.forget(id, time);
              });
    } catch (RuntimeException e) {
      // The database is away: what is left is written in a minute.
      LOG.log(Level.WARNING, "uses of secrets are written in a minute: {0}", e.getMessage());
    }
  }
}
