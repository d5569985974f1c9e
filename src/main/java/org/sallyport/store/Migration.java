package org.sallyport.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.sallyport.config.ServerSettings;
import org.sallyport.config.Settings;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.SettingsReader;

/** The start, in order: settings, tables, then everyone who observes {@link DatabaseReady}. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migration {

  private static final Logger LOG = System.getLogger(Migration.class.getName());

  /** A timer asks for its beans, and so for this one, while the server takes them back again. */
  private static final AtomicReference<RuntimeException> REFUSAL = new AtomicReference<>();

  @Resource(lookup = "java:app/jdbc/sallyport")
  private DataSource dataSource;

  @Inject private Event<DatabaseReady> ready;
  @Inject private Clock clock;

  @PostConstruct
  void start() {
    if (REFUSAL.get() != null) {
      throw REFUSAL.get();
    }
    try {
      Settings.check();
      var settings = SettingsReader.read(ServerSettings.class);
      new Schema(dataSource, clock).bring(settings.schema());
      ready.fire(new DatabaseReady());
      LOG.log(Level.INFO, "Sallyport serves {0}", settings.issuer());
    } catch (RuntimeException e) {
      var wrong = ConfigurationException.in(e);
      var sentence = wrong == null ? e.toString() : wrong.getMessage();
      LOG.log(Level.ERROR, "Sallyport cannot start: " + sentence, wrong == null ? e : null);
      REFUSAL.set(wrong == null ? e : wrong);
      throw REFUSAL.get();
    }
  }
}
