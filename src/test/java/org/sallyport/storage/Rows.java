package org.sallyport.storage;

import java.sql.SQLException;
import java.time.Instant;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.sallyport.testing.Databases.Database;

/** What these tests do to the tables themselves. */
final class Rows {

  private Rows() {}

  static void run(Database database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  static long number(Database database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  static void insertRevoked(Database database, String name, int count, Instant expiry)
      throws SQLException {
    try (var connection = database.connect();
        var insert =
            connection.prepareStatement(
                "INSERT INTO revoked_token (id, expires_at) VALUES (?, ?)")) {
      for (var i = 0; i < count; i++) {
        insert.setString(1, name + "-" + i);
        insert.setLong(2, expiry.toEpochMilli());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static long countRevoked(Database database, String name) throws SQLException {
    return number(database, "SELECT COUNT(*) FROM revoked_token WHERE id LIKE '" + name + "-%'");
  }

  /** All tables, with no row that a server writes. */
  static void makeTables(Database database) throws SQLException {
    try (var connection = database.connect()) {
      changes(new JdbcConnection(connection)).update(new Contexts(), new LabelExpression());
    } catch (LiquibaseException e) {
      throw new SQLException(e);
    }
  }

  static Liquibase changes(JdbcConnection connection) throws LiquibaseException {
    System.setProperty("liquibase.analytics.enabled", "false");
    var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection);
    return new Liquibase("liquibase/changelog.xml", new ClassLoaderResourceAccessor(), database);
  }
}
