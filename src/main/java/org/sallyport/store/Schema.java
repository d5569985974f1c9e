package org.sallyport.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.H2Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.sallyport.config.JdbcSettings;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.SettingsReader;

/** The tables, which Liquibase owns. */
final class Schema {

  private static final Logger LOG = System.getLogger(Schema.class.getName());
  static final String CHANGELOG = "liquibase/changelog.xml";
  private static final int TRIES = 5;
  private static final Duration LOCK_IS_STALE = Duration.ofMinutes(5);

  private final DataSource dataSource;
  private final Clock clock;

  Schema(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * Migrates the tables ({@code update}) or only looks whether they are up to date ({@code
   * validate}).
   *
   * @throws ConfigurationException when the database is away, locked or not up to date
   */
  void bring(String mode) {
    // Since 4.30 Liquibase reports its use to its makers unless told otherwise before its first
    // use.
    System.setProperty("liquibase.analytics.enabled", "false");
    System.setProperty("liquibase.changelogLockWaitTimeInMinutes", "1");
    System.setProperty("liquibase.changelogLockPollRate", "1");
    for (var tries = 1; !isBrought(mode, tries); tries++) {
      LOG.log(Level.INFO, "another node makes the first tables in this moment; looking again");
    }
  }

  /** Liquibase makes its own tables before it locks anything, so another node may be first. */
  private boolean isBrought(String mode, int tries) {
    try (var connection = connect()) {
      if (!AppliedChanges.areIn(connection)) {
        bring(mode, connection);
      }
      return true;
    } catch (LockException e) {
      throw new ConfigurationException(
          "Another process has been migrating this database for over a minute; if none is, empty"
              + " the table DATABASECHANGELOGLOCK and start again.");
    } catch (LiquibaseException | SQLException e) {
      if (tries < TRIES && (Conflicts.duplicate(e) || Conflicts.duplicateTable(e))) {
        return false;
      }
      throw new IllegalStateException("the tables cannot be migrated", e);
    }
  }

  private void bring(String mode, Connection connection) throws LiquibaseException {
    var database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    var resources = new ClassLoaderResourceAccessor(Schema.class.getClassLoader());
    try (var liquibase = new Liquibase(CHANGELOG, resources, database)) {
      if (mode.equals("update")) {
        releaseStaleLock(database);
        liquibase.update(new Contexts(), new LabelExpression());
        AppliedChanges.mark(database);
        return;
      }
      var missing = liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression());
      if (!missing.isEmpty()) {
        throw new ConfigurationException(
            "sallyport.schema: the database lacks %d changes and validate does not make them; migrate it or write update."
                .formatted(missing.size()));
      }
    }
  }

  /** A process killed while it migrated leaves the lock behind. */
  private void releaseStaleLock(Database database) throws LiquibaseException {
    var service = LockServiceFactory.getInstance().getLockService(database);
    var locks = service.listLocks();
    if (locks.length == 0) {
      return;
    }
    if (database instanceof H2Database) {
      // This process holds the only connection that a file of H2 admits.
      service.forceReleaseLock();
      return;
    }
    var stale = Date.from(clock.instant().minus(LOCK_IS_STALE));
    if (Arrays.stream(locks).anyMatch(lock -> lock.getLockGranted().before(stale))) {
      throw new ConfigurationException(
          "The migration lock of this database is older than five minutes, so the process that"
              + " took it has died; empty the table DATABASECHANGELOGLOCK and start again.");
    }
  }

  private Connection connect() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      var url = SettingsReader.read(JdbcSettings.class).url().replaceFirst("[?;].*", "");
      throw new ConfigurationException(
          "sallyport.jdbc.url: the database %s does not answer (%s); start it or correct the setting."
              .formatted(url, rootMessage(e)));
    }
  }

  private static String rootMessage(Throwable thrown) {
    var root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
