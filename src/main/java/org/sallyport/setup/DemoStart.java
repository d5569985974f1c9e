package org.sallyport.setup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.sallyport.config.ServerSettings;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.store.Conflicts;
import org.sallyport.store.DatabaseReady;

/** Brings the demo's data, in a demo start only, which loopback alone can reach. */
@ApplicationScoped
public class DemoStart {

  @Inject private ServerSettings settings;
  @Inject private DemoData data;

  void start(@Observes @Priority(DatabaseReady.DATA) DatabaseReady ready) {
    if (settings.production() && data.isPresent()) {
      throw new ConfigurationException(
          "sallyport.jdbc.url: this database holds demo users with known passwords; use another.");
    } else if (settings.demo()) {
      Conflicts.retryDuplicate(
          () -> {
            data.add();
            return null;
          });
    }
  }
}
