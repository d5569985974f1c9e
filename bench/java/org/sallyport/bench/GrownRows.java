package org.sallyport.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.sallyport.testing.Databases;

/**
 * So many grants, a tenth of them people and a hundredth clients, and a tenth more that expired.
 */
final class GrownRows {

  private static final long BATCH = 500_000;

  /** Numbers with this prefix are ids in the form of a UUID. */
  private static final String ID =
      "CONCAT('%s-0000-7000-8000-', LPAD(CAST(%s AS CHAR(12)), 12, '0'))";

  private final Target target;
  private final long grants;

  GrownRows(Target target) {
    this.target = target;
    this.grants = target.options().scale();
  }

  String told() {
    return "%,d grants, %,d people, %,d clients".formatted(grants, tenth(), grants / 100);
  }

  /** How many expired ones {@link #addExpired} adds. */
  long tenth() {
    return grants / 10;
  }

  void fill() throws SQLException {
    try (var connection = target.database().connect()) {
      var rows = new Rows(connection);
      batches(
          tenth(),
          from ->
              rows.copy(
                  "app_user", "t.canonical_name = 'alice'", batch(tenth(), from), person(from)));
      rows.copy(
          "client",
          "t.id = 'demo-web'",
          grants / 100,
          Map.of("id", "CONCAT('grown-', CAST(n AS CHAR(12)))"));
      var template = template(connection);
      batches(
          grants,
          from ->
              rows.copy("user_grant", template, batch(grants, from), grant(from, "t.expires_at")));
      analyze(rows);
    }
  }

  /** A step of so many rows, after those that are there. */
  private interface Step {
    void from(long first) throws SQLException;
  }

  private static void batches(long all, Step step) throws SQLException {
    for (var from = 0L; from < all; from += BATCH) {
      step.from(from);
    }
  }

  private static long batch(long all, long from) {
    return Math.min(BATCH, all - from);
  }

  private static Map<String, String> person(long from) {
    var number = "(n + " + from + ")";
    var name = "CONCAT('grown-', CAST(" + number + " AS CHAR(12)))";
    return Map.of(
        "id",
        ID.formatted("00000001", number),
        "username",
        name,
        "canonical_name",
        name,
        "store_id",
        name);
  }

  private Map<String, String> grant(long from, String expiry) {
    var number = "(n + " + from + ")";
    return Map.of(
        "id",
        ID.formatted(expiry.startsWith("t.") ? "00000002" : "00000003", number),
        "code_digest",
        "CONCAT('" + expiry.charAt(0) + "grown-', CAST(" + number + " AS CHAR(12)))",
        "user_id",
        ID.formatted("00000001", "(" + number + " % " + tenth() + " + 1)"),
        "client_id",
        "CONCAT('grown-', CAST(" + number + " % " + grants / 100 + " + 1 AS CHAR(12)))",
        "expires_at",
        expiry);
  }

  private static String template(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT MAX(id) FROM user_grant")) {
      row.next();
      return "t.id = '" + row.getString(1) + "'";
    }
  }

  private void analyze(Rows rows) throws SQLException {
    var words =
        target.options().database().equals("postgres") ? "VACUUM ANALYZE " : "ANALYZE TABLE ";
    for (var table : List.of("app_user", "client", "user_grant")) {
      rows.execute(words + table);
    }
    settle();
  }

  void addExpired() throws SQLException {
    try (var connection = target.database().connect()) {
      var rows = new Rows(connection);
      var template = template(connection);
      batches(
          tenth(),
          from -> rows.copy("user_grant", template, batch(tenth(), from), grant(from, "1")));
      settle();
    }
  }

  /** What so many rows at once leave to be written is no part of what is measured. */
  private void settle() throws SQLException {
    if (target.options().database().equals("postgres")) {
      try (var administrator = Databases.postgres().administrator()) {
        new Rows(administrator).execute("CHECKPOINT");
      }
    }
  }

  long expired() throws SQLException {
    try (var connection = target.database().connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM user_grant WHERE expires_at = 1")) {
      row.next();
      return row.getLong(1);
    }
  }
}
