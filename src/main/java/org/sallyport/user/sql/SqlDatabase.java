package org.sallyport.user.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sallyport.config.SqlStoreSettings;
import org.sallyport.user.store.StoreAwayException;

/** The database of another system: a small pool of its own, short waits, rows as texts. */
final class SqlDatabase {

  private static final int MOST_ROWS = 1000;
  private static final Map<String, String> DRIVERS =
      Map.of(
          "h2", "org.h2.Driver",
          "postgresql", "org.postgresql.Driver",
          "mariadb", "org.mariadb.jdbc.Driver");

  /**
   * Mixed collations (1267, 1270, 1271), and characters that a column cannot have (1300, 1366,
   * 1977); its other errors of state HY000, such as a lock that took too long, are its own.
   */
  private static final Set<Integer> REFUSED_BY_MARIADB = Set.of(1267, 1270, 1271, 1300, 1366, 1977);

  private final String name;
  private final HikariDataSource pool;

  SqlDatabase(String name, SqlStoreSettings settings) {
    this.name = name;
    this.pool = new HikariDataSource(config(name, settings));
  }

  private static HikariConfig config(String name, SqlStoreSettings settings) {
    var config = new HikariConfig();
    config.setPoolName("sallyport-user-store-" + name);
    config.setDriverClassName(DRIVERS.get(settings.url().split(":")[1]));
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.pool());
    config.setMinimumIdle(0);
    config.setIdleTimeout(60_000);
    config.setConnectionTimeout(settings.timeout().toMillis());
    config.setValidationTimeout(settings.timeout().toMillis());
    // A database that is away must not stop this server.
    config.setInitializationFailTimeout(-1);
    limits(settings).forEach(config::addDataSourceProperty);
    return config;
  }

  private static Map<String, String> limits(SqlStoreSettings settings) {
    var seconds = Long.toString(settings.timeout().toSeconds());
    var millis = Long.toString(settings.timeout().toMillis());
    return switch (settings.url().split(":")[1]) {
      // An id may be a number there: its type is the column's, not that of our text.
      case "postgresql" ->
          Map.of(
              "connectTimeout", seconds,
              "loginTimeout", seconds,
              "socketTimeout", seconds,
              "stringtype", "unspecified");
      case "mariadb" -> Map.of("connectTimeout", millis, "socketTimeout", millis);
      default -> Map.of();
    };
  }

  /** The rows of a query, columns by their small names; a thousand at most. */
  List<Map<String, String>> rows(NamedQuery query, Map<String, String> values) {
    return work(connection -> ask(connection, query, values));
  }

  private static List<Map<String, String>> ask(
      Connection connection, NamedQuery query, Map<String, String> values) throws SQLException {
    try (var statement = query.prepare(connection, values)) {
      statement.setMaxRows(MOST_ROWS);
      try (var rows = statement.executeQuery()) {
        return texts(rows);
      }
    } catch (SQLException e) {
      if (isRefusedValue(e)) {
        return List.of();
      }
      throw e;
    }
  }

  /**
   * Whether only a value is wrong, such as a letter that the column's character set lacks: whoever
   * types one must not make the store count as away for everybody.
   */
  static boolean isRefusedValue(SQLException e) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    return state.startsWith("22")
        || (state.equals("HY000") && REFUSED_BY_MARIADB.contains(e.getErrorCode()));
  }

  private static List<Map<String, String>> texts(ResultSet rows) throws SQLException {
    var all = new ArrayList<Map<String, String>>();
    var columns = rows.getMetaData();
    while (rows.next()) {
      var row = new LinkedHashMap<String, String>();
      for (var i = 1; i <= columns.getColumnCount(); i++) {
        row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), rows.getString(i));
      }
      all.add(row);
    }
    return all;
  }

  int update(NamedQuery query, Map<String, String> values) {
    return work(
        connection -> {
          try (var statement = query.prepare(connection, values)) {
            return statement.executeUpdate();
          }
        });
  }

  /** The small names of the columns that a query would answer with. */
  List<String> columns(NamedQuery query) throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.prepareStatement(query.sql())) {
      var columns = statement.getMetaData();
      var names = new ArrayList<String>();
      for (var i = 1; columns != null && i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnLabel(i).toLowerCase(Locale.ROOT));
      }
      return names;
    }
  }

  StoreAwayException away(SQLException e) {
    var text = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    var masked = text.replaceAll("(?i)(password=)[^&;\\s]*", "$1***");
    return new StoreAwayException(name, masked + " (SQL state " + e.getSQLState() + ")");
  }

  void close() {
    pool.close();
  }

  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T work(Work<T> work) {
    try (var connection = connection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw away(e);
    }
  }

  private Connection connection() throws SQLException {
    try {
      return pool.getConnection();
    } catch (SQLTransientConnectionException e) {
      if (pool.getHikariPoolMXBean().getActiveConnections() >= pool.getMaximumPoolSize()) {
        throw StoreAwayException.busy(name);
      }
      throw e;
    }
  }
}
