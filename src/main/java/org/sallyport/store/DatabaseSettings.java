package org.sallyport.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the database is and who asks it: `sallyport.jdbc.url`, `.user`, `.password`. */
record DatabaseSettings(String url, String user, String password) {

  static DatabaseSettings read() throws SQLException {
    var url = setting("sallyport.jdbc.url");
    if (url.isEmpty()) {
      throw new SQLException(
          "sallyport.jdbc.url is missing, give the database's JDBC URL, such as"
              + " jdbc:postgresql://db.example/sallyport");
    }
    return new DatabaseSettings(withDurableWrites(url), setting("sallyport.jdbc.user"), secret());
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
      var reason = withoutPassword(e.getMessage().lines().findFirst().orElse(""));
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
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return new org.postgresql.Driver();
    }
    if (url.startsWith("jdbc:mariadb:")) {
      return new org.mariadb.jdbc.Driver();
    }
    throw unknownUrl();
  }

  private static SQLException unknownUrl() {
    return new SQLException(
        "sallyport.jdbc.url is of no known database, give a URL that starts with"
            + " jdbc:postgresql:, jdbc:mariadb: or jdbc:h2:");
  }

  // H2 answers a commit before it has written it, unless told not to.
  private static String withDurableWrites(String url) {
    var needed =
        url.startsWith("jdbc:h2:")
            && !url.toUpperCase(java.util.Locale.ROOT).contains(";WRITE_DELAY=");
    return needed ? url + ";WRITE_DELAY=0" : url;
  }

  private String withoutPassword(String message) {
    var masked = message == null ? "" : message.replaceAll("(?i)(password=)[^&;\\s]*", "$1***");
    return password.isEmpty() ? masked : masked.replace(password, "***");
  }

  private static String secret() throws SQLException {
    var file = setting("sallyport.jdbc.password.file");
    if (file.isEmpty()) {
      return setting("sallyport.jdbc.password");
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new SQLException(
          "sallyport.jdbc.password.file names a file that cannot be read: " + file, e);
    }
  }

  private static String setting(String name) {
    var config = ConfigProvider.getConfig(DatabaseSettings.class.getClassLoader());
    return config.getOptionalValue(name, String.class).orElse("");
  }
}
