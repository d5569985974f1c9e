package org.sallyport.config;

import java.time.Duration;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Setting;
import org.sallyport.config.source.SettingsReader;

/** A table of people in a database of another system. */
public record SqlStoreSettings(
    @Setting(
            key = "sallyport.user-store.NAME.jdbc.url",
            text =
                "sql: the JDBC URL of the database: jdbc:postgresql:…, jdbc:mariadb:… or jdbc:h2:….")
        String url,
    @Setting(
            key = "sallyport.user-store.NAME.jdbc.user",
            text = "sql: the database user, who needs to read only, unless hashes are upgraded.")
        String user,
    @Setting(
            key = "sallyport.user-store.NAME.jdbc.password",
            text = "sql: the database user's password.",
            secret = true)
        String password,
    @Setting(
            key = "sallyport.user-store.NAME.jdbc.pool",
            value = "5",
            text = "sql: the most connections of this node, 1 to 50.")
        int pool,
    @Setting(
            key = "sallyport.user-store.NAME.sql.person",
            text =
                "sql: the SELECT that finds who logs in, with :username (as typed) or :canonical"
                    + " (folded to one spelling); its columns are id and password_hash, and where"
                    + " there are any username, name, email, locale, active, stamp.")
        String person,
    @Setting(
            key = "sallyport.user-store.NAME.sql.state",
            text =
                "sql: the SELECT that tells of :id whether they are still there (a row), active"
                    + " (a column), and under the same password (a column stamp); asked whenever"
                    + " something is used that they were given.")
        String state,
    @Setting(
            key = "sallyport.user-store.NAME.sql.groups",
            text = "sql: the SELECT of the names of the groups of :id, one a row.")
        String groups,
    @Setting(
            key = "sallyport.user-store.NAME.sql.attributes",
            text = "sql: the SELECT of more about :id, a name and a value a row.")
        String attributes,
    @Setting(
            key = "sallyport.user-store.NAME.sql.upgrade",
            text =
                "sql: the UPDATE that stores :hash (Argon2id, as $argon2id$…) for :id where it still"
                    + " is :old, after a login with a weaker one; without it the table is only"
                    + " read.")
        String upgrade,
    @Setting(
            key = "sallyport.user-store.NAME.sql.legacy-hashes",
            value = "false",
            text =
                "sql: true takes MD5 and SHA-1 in hexadecimal too: whoever reads such a table knows"
                    + " most of its passwords.")
        boolean legacyHashes,
    @Setting(
            key = "sallyport.user-store.NAME.sql.timeout",
            value = "PT2S",
            text = "sql: the longest wait for a connection, and for an answer, PT1S to PT2S.")
        Duration timeout) {

  static SqlStoreSettings read(String name) {
    var settings = SettingsReader.read(SqlStoreSettings.class, name);
    settings.check("sallyport.user-store." + name + ".");
    return settings;
  }

  private void check(String prefix) {
    if (!url.matches("jdbc:(postgresql|mariadb|h2):.+")) {
      throw new ConfigurationException(
          prefix
              + "jdbc.url: it does not start with jdbc:postgresql:, jdbc:mariadb: or jdbc:h2:;"
              + " write the URL of the database that has the table.");
    } else if (!person.contains(":username") && !person.contains(":canonical")) {
      throw new ConfigurationException(
          prefix
              + "sql.person: it has neither :username nor :canonical; write a SELECT like SELECT id,"
              + " password_hash FROM users WHERE username = :username.");
    } else if (pool < 1 || pool > 50) {
      throw new ConfigurationException(
          prefix + "jdbc.pool: %d is not from 1 to 50; write 5.".formatted(pool));
    } else if (timeout.toSeconds() < 1 || timeout.toSeconds() > 2) {
      throw new ConfigurationException(
          prefix + "sql.timeout: %s is not from PT1S to PT2S; write PT2S.".formatted(timeout));
    }
    needs(prefix + "sql.state", state, ":id");
    needs(prefix + "sql.groups", groups, ":id");
    needs(prefix + "sql.attributes", attributes, ":id");
    needs(prefix + "sql.upgrade", upgrade, ":id");
    needs(prefix + "sql.upgrade", upgrade, ":hash");
    // A password that is changed in that moment must not be overwritten.
    needs(prefix + "sql.upgrade", upgrade, ":old");
  }

  private static void needs(String key, String query, String parameter) {
    if (!query.isEmpty() && !query.contains(parameter)) {
      throw new ConfigurationException(
          "%s: it has no %s; write where it belongs.".formatted(key, parameter));
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SqlStoreSettings[" + url.replaceAll("(?i)(password=)[^&;]*", "$1***") + "]";
  }
}
