package org.sallyport.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import org.sallyport.oauth.Digest;

/**
 * The mark of a database that has had all changes: the digest of the change log as Liquibase's tag
 * of the last one, so that a start after it needs no Liquibase.
 */
final class AppliedChanges {

  private static final String FOLDER = "liquibase/";
  private static final Pattern INCLUDED = Pattern.compile("<include file=\"([^\"]+)\"");

  private AppliedChanges() {}

  /** Whether all of this program's changes were made; false where it cannot be told. */
  static boolean areIn(Connection connection) {
    var sql = "SELECT COUNT(*) FROM DATABASECHANGELOG WHERE TAG = ?";
    try (var query = connection.prepareStatement(sql)) {
      query.setString(1, digest());
      try (var rows = query.executeQuery()) {
        return rows.next() && rows.getInt(1) > 0;
      }
    } catch (SQLException noTable) {
      return false;
    }
  }

  /** Marks a database to which all were made. */
  static void mark(Database database) throws LiquibaseException {
    ChangeLogHistoryServiceFactory.getInstance().getChangeLogService(database).tag(digest());
  }

  private static String digest() {
    var all = files().stream().map(AppliedChanges::read).collect(Collectors.joining());
    return Digest.of(all).value();
  }

  /** The change log and all that it includes. */
  static List<String> files() {
    var included = INCLUDED.matcher(read(Schema.CHANGELOG)).results();
    return Stream.concat(Stream.of(Schema.CHANGELOG), included.map(file -> FOLDER + file.group(1)))
        .toList();
  }

  private static String read(String resource) {
    try (var file = AppliedChanges.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
