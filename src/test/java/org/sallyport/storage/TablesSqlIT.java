package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.testing.Databases.Database;
import org.sallyport.testing.Program;

/** {@code sallyport db sql}: what somebody runs by hand is what the server would have made. */
class TablesSqlIT {

  /** What tells one schema from another; the schema's own name is not asked for. */
  private static final Set<String> QUESTIONS =
      Set.of(
          "SELECT table_name, column_name, data_type, is_nullable, column_default,"
              + " character_maximum_length, collation_name FROM information_schema.columns"
              + " WHERE table_schema = ?",
          "SELECT table_name, constraint_type FROM information_schema.table_constraints"
              + " WHERE table_schema = ?");

  @TempDir private Path folder;

  private String sql(DatabaseKind kind) {
    var platform = kind == DatabaseKind.POSTGRES ? "postgresql" : kind.name();
    var ended =
        Program.in(folder).run("db", "sql", "--platform", platform.toLowerCase(Locale.ROOT));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    return ended.out();
  }

  private static void execute(String sql, Database database) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      for (var one : sql.replaceAll("(?m)^--.*$", "").split(";\\s*\\R")) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
    }
  }

  private static SortedSet<String> shape(Connection connection) throws SQLException {
    var rows = new TreeSet<String>();
    var schema = connection.getSchema() == null ? connection.getCatalog() : connection.getSchema();
    for (var question : QUESTIONS) {
      try (var statement = connection.prepareStatement(question)) {
        statement.setString(1, schema);
        var found = statement.executeQuery();
        while (found.next()) {
          var row = new StringBuilder();
          for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.append(found.getString(i)).append(' ');
          }
          rows.add(row.toString());
        }
      }
    }
    rows.addAll(indexes(connection));
    return rows;
  }

  private static SortedSet<String> indexes(Connection connection) throws SQLException {
    var found = new TreeSet<String>();
    var data = connection.getMetaData();
    var place = new String[] {connection.getCatalog(), connection.getSchema()};
    try (var tables = data.getTables(place[0], place[1], "%", null)) {
      while (tables.next()) {
        var table = tables.getString("TABLE_NAME");
        try (var rows = data.getIndexInfo(place[0], place[1], table, false, true)) {
          while (rows.next()) {
            found.add(
                table
                    + " "
                    + rows.getString("COLUMN_NAME")
                    + " "
                    + rows.getBoolean("NON_UNIQUE")
                    + " "
                    + rows.getInt("ORDINAL_POSITION"));
          }
        }
      }
    }
    return found;
  }

  @ParameterizedTest
  @EnumSource
  void theSqlMakesWhatAServerMakes(DatabaseKind kind) throws Exception {
    var byHand = kind.newDatabase();
    var byServer = kind.newDatabase();
    execute(sql(kind), byHand);
    Rows.makeTables(byServer);

    try (var hand = byHand.connect();
        var server = byServer.connect()) {
      assertThat(shape(hand)).isNotEmpty().isEqualTo(shape(server));
      var left = Rows.changes(new JdbcConnection(hand));
      assertThat(left.listUnrunChangeSets(new Contexts(), new LabelExpression())).isEmpty();
    }
    var changes = "SELECT COUNT(*) FROM DATABASECHANGELOG";
    assertThat(Rows.number(byHand, changes)).isEqualTo(Rows.number(byServer, changes));
    assertThat(Rows.number(byHand, "SELECT COUNT(*) FROM DATABASECHANGELOGLOCK")).isOne();
  }
}
