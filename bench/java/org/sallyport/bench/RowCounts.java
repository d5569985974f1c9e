package org.sallyport.bench;

import java.sql.Connection;
import java.sql.SQLException;
import org.sallyport.testing.Databases;

/** Rows that the database has written, by its own statistics. */
record RowCounts(long inserted, long updated, long deleted) {

  /** PostgreSQL's processes tell what they did at the latest after this time without work. */
  private static final int SETTLED_AFTER_SECONDS = 12;

  private static final String POSTGRES =
      "SELECT COALESCE(SUM(n_tup_ins), 0), COALESCE(SUM(n_tup_upd), 0), COALESCE(SUM(n_tup_del), 0)"
          + " FROM pg_stat_user_tables WHERE relname NOT IN ('change_counter', 'lease')";
  private static final String MARIADB =
      "SELECT SUM(IF(variable_name = 'HANDLER_WRITE', variable_value, 0)),"
          + " SUM(IF(variable_name = 'HANDLER_UPDATE', variable_value, 0)),"
          + " SUM(IF(variable_name = 'HANDLER_DELETE', variable_value, 0))"
          + " FROM information_schema.global_status";

  /** Waits until the counts stand still, and reads them. */
  static RowCounts settled(Target target) {
    try (var connection = connect(target)) {
      var last = read(target, connection);
      for (var still = 0; still < SETTLED_AFTER_SECONDS; still++) {
        Thread.sleep(1000);
        var now = read(target, connection);
        still = now.equals(last) ? still : -1;
        last = now;
      }
      return last;
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException("the database does not tell its counts", e);
    }
  }

  private static Connection connect(Target target) throws SQLException {
    return target.options().database().equals("mariadb")
        ? Databases.mariadb().administrator()
        : target.database().connect();
  }

  private static RowCounts read(Target target, Connection connection) throws SQLException {
    var sql = target.options().database().equals("mariadb") ? MARIADB : POSTGRES;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return new RowCounts(rows.getLong(1), rows.getLong(2), rows.getLong(3));
    }
  }

  RowCounts since(RowCounts before) {
    return new RowCounts(
        inserted - before.inserted, updated - before.updated, deleted - before.deleted);
  }

  /** Inserted, updated and deleted for each of so many things done. */
  String each(long count) {
    return "%.2f + %.2f + %.2f"
        .formatted((double) inserted / count, (double) updated / count, (double) deleted / count);
  }
}
