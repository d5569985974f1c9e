package org.sallyport.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.sallyport.testing.Databases;
import org.sallyport.testing.Databases.Database;
import org.sallyport.testing.Databases.DatabaseServer;

/** What the kinds of database do in their own words. */
enum DatabaseKind {
  H2 {
    @Override
    Database newDatabase() {
      return new Database("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    }
  },
  POSTGRES {
    @Override
    DatabaseServer server() {
      return Databases.postgres();
    }

    @Override
    Freeze forbidNewTables(Database database) throws SQLException {
      try (var administrator = server().administrator();
          var statement = administrator.createStatement()) {
        statement.execute("ALTER ROLE " + database.user() + " SUPERUSER");
      }
      return forbidWriting(database, "pg_catalog.pg_class");
    }

    @Override
    Freeze forbidWriting(Database database, String table) throws SQLException {
      var holder = database.connect();
      holder.setAutoCommit(false);
      execute(holder, "LOCK TABLE " + table + " IN SHARE MODE");
      return new Freeze(
          holder,
          server().administrator(),
          "SELECT COUNT(DISTINCT pid) FROM pg_locks WHERE NOT granted AND locktype = 'relation'"
              + " AND database = (SELECT oid FROM pg_database WHERE datname = '"
              + database.user()
              + "')");
    }
  },
  MARIADB {
    @Override
    DatabaseServer server() {
      return Databases.mariadb();
    }

    @Override
    Freeze forbidNewTables(Database database) throws SQLException {
      var holder = server().administrator();
      execute(holder, "FLUSH TABLES WITH READ LOCK");
      return new Freeze(holder, server().administrator(), waiting(database));
    }

    @Override
    Freeze forbidWriting(Database database, String table) throws SQLException {
      var holder = database.connect();
      execute(holder, "LOCK TABLES " + table + " READ");
      return new Freeze(holder, server().administrator(), waiting(database));
    }

    private String waiting(Database database) {
      return "SELECT COUNT(*) FROM information_schema.processlist WHERE state LIKE 'Waiting for %'"
          + " AND user = '"
          + database.user()
          + "'";
    }
  };

  /** The server of the tests. */
  DatabaseServer server() {
    throw alone();
  }

  /** Lets nobody make a table, while all can read. */
  Freeze forbidNewTables(Database database) throws SQLException {
    throw alone();
  }

  /** Lets nobody write a table, while all can read. */
  Freeze forbidWriting(Database database, String table) throws SQLException {
    throw alone();
  }

  private static UnsupportedOperationException alone() {
    return new UnsupportedOperationException("it belongs to one process");
  }

  Database newDatabase() {
    return server().newDatabase();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A lock of the test's own, held until it is closed; closing it twice is harmless. */
  record Freeze(Connection holder, Connection observer, String question) implements AutoCloseable {

    /** How many wait for it now. */
    int waiting() throws SQLException {
      try (var statement = observer.createStatement();
          var rows = statement.executeQuery(question)) {
        rows.next();
        return rows.getInt(1);
      }
    }

    @Override
    public void close() throws SQLException {
      holder.close();
      observer.close();
    }
  }
}
