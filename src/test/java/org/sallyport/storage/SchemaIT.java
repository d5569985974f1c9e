package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.testing.Databases.Database;

/** The tables on every kind of database. */
class SchemaIT {

  @ParameterizedTest
  @EnumSource
  void everyChangeIsMadeUndoneAndMadeAgain(DatabaseKind kind) throws Exception {
    try (var connection = kind.newDatabase().connect();
        var changes = Rows.changes(new JdbcConnection(connection))) {
      var all = changes.listUnrunChangeSets(new Contexts(), new LabelExpression()).size();
      assertThat(all).isPositive();
      var before = tables(connection);

      changes.update(new Contexts(), new LabelExpression());
      var made = tables(connection);
      assertThat(made).contains("user_grant", "client", "login_session", "change_counter");

      changes.rollback(all, "");
      assertThat(tables(connection)).isEqualTo(before);

      changes.update(new Contexts(), new LabelExpression());
      assertThat(tables(connection)).isEqualTo(made);
    }
  }

  private static SortedSet<String> tables(Connection connection) throws SQLException {
    var names = new TreeSet<String>();
    var types = new String[] {"TABLE", "BASE TABLE"};
    try (var rows =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), "%", types)) {
      while (rows.next()) {
        names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  @ParameterizedTest
  @EnumSource
  void namesThatDifferInCaseOrAccentAreTwoNames(DatabaseKind kind) throws SQLException {
    var database = kind.newDatabase();
    Rows.makeTables(database);
    for (var name : new String[] {"anna", "Anna", "ANNA", "ännä"}) {
      Rows.run(database, "INSERT INTO scope VALUES ('%s', 'text', TRUE, FALSE, 0)".formatted(name));
      Rows.run(
          database,
          "INSERT INTO app_user (id, username, canonical_name, store, store_id, administrator, active,"
              + " must_change_password, created_at, updated_at, version)"
              + " VALUES ('%1$s', 'x', '%1$s', 'built-in', '%1$s', FALSE, TRUE, FALSE, 0, 0, 0)"
                  .formatted(name));
    }

    for (var column : new String[] {"scope WHERE id", "app_user WHERE canonical_name"}) {
      assertThat(Rows.number(database, "SELECT COUNT(*) FROM " + column + " = 'Anna'")).isOne();
      assertThat(Rows.number(database, "SELECT COUNT(*) FROM " + column + " = 'aNNA'")).isZero();
    }
  }

  @Test
  void everyTextOfMariaDbIsComparedByItsBytes() throws SQLException {
    Database database = DatabaseKind.MARIADB.newDatabase();
    Rows.makeTables(database);

    var others =
        "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = '"
            + database.user()
            + "' AND collation_name <> 'utf8mb4_bin'"
            + " AND UPPER(table_name) NOT LIKE 'DATABASECHANGELOG%'";

    assertThat(Rows.number(database, others)).isZero();
  }
}
