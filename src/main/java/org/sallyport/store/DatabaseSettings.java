package org.sallyport.store;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import org.sallyport.config.JdbcSettings;
import org.sallyport.config.source.SettingsReader;

/** Where the database is and who asks it, and connections to it. */
record DatabaseSettings(String url, String user, String password) {

  static DatabaseSettings read() {
    var settings = SettingsReader.read(JdbcSettings.class);
    return new DatabaseSettings(
        withDurableWrites(settings.url()), settings.user(), settings.password());
  }

  Connection connect() throws SQLException {
    var login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    try {
      var connection = driver().connect(url, login);
      if (connection != null) {
        return connection;
      }
    } catch (SQLException e) {
      // Without its cause: a driver's own message may carry the whole URL.
      var reason = withoutPassword(e.getMessage()).lines().findFirst().orElse("");
      throw new SQLException(reason, e.getSQLState(), e.getErrorCode());
    }
    throw unknownUrl();
  }

  /** A record's own would print the password. */
  @Override
  public String toString() {
    return withoutPassword(url);
  }

  // Made here, not found by DriverManager, which does not look into a WAR.
  private Driver driver() throws SQLException {
    if (url.startsWith("jdbc:h2:")) {
      return new org.h2.Driver();
    } else if (url.startsWith("jdbc:postgresql:")) {
      return new org.postgresql.Driver();
    } else if (url.startsWith("jdbc:mariadb:")) {
      return new org.mariadb.jdbc.Driver();
    }
    throw unknownUrl();
  }

  private static SQLException unknownUrl() {
    return new SQLException("the URL must start with jdbc:postgresql:, jdbc:mariadb: or jdbc:h2:");
  }

  // H2 answers a commit before it has written it, and writes a trace file, unless told not to.
  private static String withDurableWrites(String url) {
    return url.startsWith("jdbc:h2:")
        ? with(with(url, "WRITE_DELAY=0"), "TRACE_LEVEL_FILE=0")
        : url;
  }

  private static String with(String url, String option) {
    var name = ";" + option.substring(0, option.indexOf('=') + 1);
    return url.toUpperCase(Locale.ROOT).contains(name) ? url : url + ";" + option;
  }

  private String withoutPassword(String message) {
    var masked = message == null ? "" : message.replaceAll("(?i)(password=)[^&;\\s]*", "$1***");
    return password.isEmpty() ? masked : masked.replace(password, "***");
  }
}
