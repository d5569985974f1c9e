package org.sallyport.cli.database;

import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.database.Database;
import liquibase.database.DatabaseConnection;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;

/** Liquibase, which owns the tables: silent, and without reports to its makers. */
final class Tables {

  static final String CHANGELOG = "liquibase/changelog.xml";

  // Held, as a logger that nobody holds forgets its level.
  private static final Logger LOGGER = Logger.getLogger("liquibase");

  private Tables() {}

  /** The database behind a connection, as Liquibase sees it. */
  static Database of(DatabaseConnection connection) throws LiquibaseException {
    System.setProperty("liquibase.analytics.enabled", "false");
    LOGGER.setLevel(Level.OFF);
    return DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection);
  }
}
