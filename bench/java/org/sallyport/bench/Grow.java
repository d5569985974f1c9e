package org.sallyport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same work on an empty and on a full database, and beside the clean-up of a tenth of it. */
final class Grow {

  private static final List<String> WORKLOADS =
      List.of("refresh", "introspection-jwt", "code-flow");
  private static final long BATCH = 500_000;
  private static final Duration LONGEST_CLEANING = Duration.ofMinutes(20);

  /** Numbers with this prefix are ids in the form of a UUID. */
  private static final String ID =
      "CONCAT('%s-0000-7000-8000-', LPAD(CAST(%s AS CHAR(12)), 12, '0'))";

  private final Target target;
  private final Path state;
  private final Wrk wrk;
  private final long grants;

  Grow(Target target, Path project) throws IOException {
    this.target = target;
    this.grants = target.options().scale();
    this.state = Files.createDirectories(project.resolve("target/bench/state"));
    this.wrk =
        new Wrk(
            target.server(), project.resolve("bench/wrk"), state, target.options().connections());
  }

  /** What happened, as lines of a table. */
  List<String> measure() throws SQLException {
    var people = People.arrive(target, state);
    var empty = measureAll(people);
    fill();
    var full = measureAll(people);
    var lines = new ArrayList<String>();
    lines.add("%,d grants, %,d people, %,d clients".formatted(grants, grants / 10, grants / 100));
    lines.add("");
    lines.add("| workload | p99 ms, empty | p99 ms, full | ratio |");
    lines.add("|---|---|---|---|");
    empty.forEach((name, before) -> lines.add(line(name, before, full.get(name))));
    lines.add(cleaning(people, full.get("refresh")));
    lines.forEach(System.out::println);
    return lines;
  }

  private Map<String, Wrk.Result> measureAll(People people) {
    var results = new LinkedHashMap<String, Wrk.Result>();
    for (var workload : Workload.all()) {
      if (WORKLOADS.contains(workload.name())) {
        results.put(workload.name(), measure(workload, people));
      }
    }
    return results;
  }

  private Wrk.Result measure(Workload workload, People people) {
    var environment = workload.environment(target.server());
    new WarmUp(target, wrk, people).with(workload);
    workload.prepare().accept(people);
    return wrk.run(workload.script(), target.options().measured(), environment);
  }

  private static String line(String name, Wrk.Result before, Wrk.Result after) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.2f |",
        name,
        before.p99(),
        after.p99(),
        after.p99() / before.p99());
  }

  private void fill() throws SQLException {
    try (var connection = target.database().connect()) {
      var rows = new Rows(connection);
      var people = grants / 10;
      var clients = grants / 100;
      batches(
          people,
          from ->
              rows.copy(
                  "app_user", "t.canonical_name = 'alice'", batch(people, from), person(from)));
      rows.copy(
          "client",
          "t.id = 'demo-web'",
          clients,
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
        ID.formatted("00000001", "(" + number + " % " + grants / 10 + " + 1)"),
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
  }

  /** Adds what has expired, and measures while the server deletes it. */
  private String cleaning(People people, Wrk.Result alone) throws SQLException {
    var expired = grants / 10;
    try (var connection = target.database().connect()) {
      var rows = new Rows(connection);
      var template = template(connection);
      batches(
          expired,
          from -> rows.copy("user_grant", template, batch(expired, from), grant(from, "1")));
      var workload =
          Workload.all().stream()
              .filter(one -> one.name().equals("refresh"))
              .findFirst()
              .orElseThrow();
      var began = System.nanoTime();
      var windows = new ArrayList<Double>();
      while (left(connection) > 0) {
        workload.prepare().accept(people);
        var result =
            wrk.run(
                workload.script(), Duration.ofSeconds(10), workload.environment(target.server()));
        windows.add(result.p99());
        if (System.nanoTime() - began > LONGEST_CLEANING.toNanos()) {
          throw new IllegalStateException("the clean-up does not end");
        }
      }
      var seconds = (System.nanoTime() - began) / 1e9;
      Collections.sort(windows);
      return String.format(
          Locale.ROOT,
          "%nThe clean-up of %,d expired grants took %.0f s. Refresh p99 beside it, in windows of 10 s:"
              + " median %s, worst %s.",
          expired,
          seconds,
          told(windows.get(windows.size() / 2), alone),
          told(windows.get(windows.size() - 1), alone));
    }
  }

  private static String told(double p99, Wrk.Result alone) {
    return String.format(
        Locale.ROOT, "%.1f ms (%.2f times the one without)", p99, p99 / alone.p99());
  }

  private static long left(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM user_grant WHERE expires_at = 1")) {
      row.next();
      return row.getLong(1);
    }
  }
}
