package org.sallyport.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;

/** Makes rows from rows that are there, whatever other columns their tables have. */
record Rows(Connection connection) {

  /**
   * Copies the rows of a table that a condition picks, with some columns replaced by SQL
   * expressions; {@code n} in them is the copy's number, from 1 to the count.
   */
  void copy(String table, String condition, long count, Map<String, String> replaced)
      throws SQLException {
    var names = new ArrayList<String>();
    var values = new ArrayList<String>();
    try (var columns = connection.getMetaData().getColumns(catalog(), null, named(table), null)) {
      while (columns.next()) {
        var name = columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        names.add(name);
        values.add(replaced.getOrDefault(name, "t." + name));
      }
    }
    execute(
        "INSERT INTO %s (%s) SELECT %s FROM %s t CROSS JOIN %s WHERE %s"
            .formatted(
                table,
                String.join(", ", names),
                String.join(", ", values),
                table,
                numbers(count),
                condition));
  }

  private String catalog() throws SQLException {
    return connection.getCatalog();
  }

  private String named(String table) throws SQLException {
    var upper = connection.getMetaData().storesUpperCaseIdentifiers();
    return upper ? table.toUpperCase(Locale.ROOT) : table;
  }

  private String numbers(long count) throws SQLException {
    return switch (connection.getMetaData().getDatabaseProductName()) {
      case "PostgreSQL" -> "generate_series(1, " + count + ") AS s(n)";
      case "MariaDB" -> "(SELECT seq AS n FROM seq_1_to_" + count + ") s";
      default -> "(SELECT x AS n FROM system_range(1, " + count + ")) s";
    };
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
