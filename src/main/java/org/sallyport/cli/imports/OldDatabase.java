package org.sallyport.cli.imports;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.cli.terminal.CommandFailure;
import org.sallyport.cli.terminal.Prompt;
import org.sallyport.cli.terminal.SecretFile;
import picocli.CommandLine.Option;

/** The database of the other system: it is read and never written. */
final class OldDatabase {

  private static final Set<Integer> TRUTHS =
      Set.of(Types.BOOLEAN, Types.BIT, Types.TINYINT, Types.SMALLINT);

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description =
          "The database of the other system, such as jdbc:mariadb://localhost/owncloud or"
              + " jdbc:postgresql://localhost/owncloud. It is only read.")
  private Optional<String> url;

  @Option(names = "--user", paramLabel = "NAME", description = "Its user.")
  private Optional<String> user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "A file with the password; without one it is asked for.")
  private Optional<Path> passwordFile;

  /** Whether there is one to read. */
  boolean isNamed() {
    return url.isPresent();
  }

  /** A connection that can't write where the driver heeds that; the caller closes it. */
  Connection connect() {
    requireDriver();
    try {
      var connection = DriverManager.getConnection(url.orElseThrow(), user.orElse(""), password());
      connection.setReadOnly(true);
      return connection;
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith("28")) {
        throw CommandFailure.noRight("The database refuses the user or the password.");
      }
      throw CommandFailure.away("The database does not answer.", e);
    }
  }

  /** Asked first, as the failure without one repeats the URL, which may hold a password. */
  private void requireDriver() {
    try {
      DriverManager.getDriver(url.orElse(""));
    } catch (SQLException e) {
      throw CommandFailure.usage(
          "--jdbc-url: name the other system's database by one that begins with jdbc:postgresql: or"
              + " jdbc:mariadb: (for MySQL too).");
    }
  }

  private String password() {
    return passwordFile
        .map(SecretFile::read)
        .or(() -> user.flatMap(name -> Prompt.secret("Password of " + name)))
        .orElse("");
  }

  /** All rows of a query as texts, with the columns under other names; nulls are left out. */
  static List<JsonObject> read(Connection connection, String query, Map<String, String> columns)
      throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      var rows = new ArrayList<JsonObject>();
      while (result.next()) {
        rows.add(row(result, columns));
      }
      return rows;
    }
  }

  private static JsonObject row(ResultSet result, Map<String, String> columns) throws SQLException {
    var row = Json.createObjectBuilder();
    var described = result.getMetaData();
    for (var i = 1; i <= described.getColumnCount(); i++) {
      var name = columns.get(described.getColumnLabel(i).toLowerCase(Locale.ROOT));
      if (name != null) {
        add(row, name, result, i);
      }
    }
    return row.build();
  }

  private static void add(JsonObjectBuilder row, String name, ResultSet result, int column)
      throws SQLException {
    var text = result.getString(column);
    if (text == null) {
      return;
    }
    if (TRUTHS.contains(result.getMetaData().getColumnType(column))) {
      row.add(name, String.valueOf(result.getBoolean(column)));
    } else {
      row.add(name, text);
    }
  }

  /** What to say where a table is missing or forbidden. */
  static CommandFailure unreadable(SQLException e) {
    return CommandFailure.failed(
        "The tables cannot be read; look at --table-prefix, and whether the user may read them.",
        e);
  }

  /** The texts of a query of one column. */
  static Set<String> texts(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      var texts = new HashSet<String>();
      while (result.next()) {
        texts.add(result.getString(1));
      }
      return texts;
    }
  }

  /** Whether there is a table that this user may see. */
  static boolean has(Connection connection, String table) throws SQLException {
    var about = connection.getMetaData();
    var pattern = table.replace("_", about.getSearchStringEscape() + "_");
    try (var found = about.getTables(connection.getCatalog(), null, pattern, null)) {
      return found.next();
    }
  }
}
