package org.sallyport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same work on an empty and on a full database, and beside the clean-up of a tenth of it. */
final class Grow {

  private static final List<String> WORKLOADS =
      List.of("refresh", "introspection-jwt", "code-flow");
  private static final Duration LONGEST_CLEANING = Duration.ofMinutes(20);

  /** The p99 of one window swings by itself, so that more of them are taken together. */
  private static final int WINDOWS = 4;

  private static final Duration WINDOW = Duration.ofSeconds(10);

  private static final Workload REFRESH =
      Workload.all().stream().filter(one -> one.name().equals("refresh")).findFirst().orElseThrow();

  private final Target target;
  private final Path state;
  private final Wrk wrk;
  private final GrownRows rows;

  Grow(Target target, Path project) throws IOException {
    this.target = target;
    this.rows = new GrownRows(target);
    this.state = Files.createDirectories(project.resolve("target/bench/state"));
    this.wrk =
        new Wrk(
            target.server(), project.resolve("bench/wrk"), state, target.options().connections());
  }

  /** What happened, as lines of a table. */
  List<String> measure() throws SQLException {
    var people = People.arrive(target, state);
    var empty = measureAll(people);
    rows.fill();
    var full = measureAll(people);
    var lines = new ArrayList<String>();
    lines.add(rows.told());
    lines.add("");
    lines.add("| workload | p99 ms, empty | p99 ms, full | ratio |");
    lines.add("|---|---|---|---|");
    empty.forEach((name, before) -> lines.add(line(name, before, full.get(name))));
    lines.add(cleaning(people));
    lines.forEach(System.out::println);
    return lines;
  }

  private Map<String, Windows> measureAll(People people) {
    var results = new LinkedHashMap<String, Windows>();
    for (var workload : Workload.all()) {
      if (WORKLOADS.contains(workload.name())) {
        results.put(workload.name(), measure(workload, people));
      }
    }
    return results;
  }

  private Windows measure(Workload workload, People people) {
    new WarmUp(target, wrk, people).with(workload);
    return windows(workload, people);
  }

  private Windows windows(Workload workload, People people) {
    var windows = new Windows();
    while (windows.count() < WINDOWS) {
      windows.add(window(workload, people));
    }
    return windows;
  }

  private Latencies window(Workload workload, People people) {
    workload.prepare().accept(people);
    var environment = workload.environment(target.server());
    return wrk.run(workload.script(), WINDOW, environment).latencies();
  }

  private static String line(String name, Windows before, Windows after) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.2f |",
        name,
        before.p99(),
        after.p99(),
        after.p99() / before.p99());
  }

  /** Refreshes, and then beside the server that deletes what has expired. */
  private String cleaning(People people) throws SQLException {
    var alone = windows(REFRESH, people);
    rows.addExpired();
    var beside = new Windows();
    var began = System.nanoTime();
    while (rows.expired() > 0) {
      beside.add(window(REFRESH, people));
      if (System.nanoTime() - began > LONGEST_CLEANING.toNanos()) {
        throw new IllegalStateException("the clean-up does not end");
      }
    }
    return String.format(
        Locale.ROOT,
        "%nThe clean-up of %,d expired grants took %.0f s. p99 of a refresh in ms, of all and in"
            + " windows of %d s:%n%n- alone: %s%n- beside it: %s%n%nBeside it that is %.2f times the one"
            + " alone, and %.2f times in the worst window.",
        rows.tenth(),
        (System.nanoTime() - began) / 1e9,
        WINDOW.toSeconds(),
        alone,
        beside,
        beside.p99() / alone.p99(),
        beside.worst() / alone.p99());
  }
}
