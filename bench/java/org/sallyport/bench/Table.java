package org.sallyport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sallyport.testing.Trees;

/** Measures every workload and prints a line for each. */
final class Table {

  private static final String HEAD =
      """
      | workload | /s | p50 ms | p99 ms | CPU ms | raw ms | CPU : raw | beyond raw | mark | rows written (ins + upd + del) | RSS MB |
      |---|---|---|---|---|---|---|---|---|---|---|""";

  private final Target target;
  private final Path state;
  private final Wrk wrk;
  private final List<String> lines = new ArrayList<>();

  Table(Target target, Path project) throws IOException {
    this.target = target;
    this.state = project.resolve("target/bench/state");
    Trees.delete(state);
    Files.createDirectories(state);
    this.wrk =
        new Wrk(
            target.server(), project.resolve("bench/wrk"), state, target.options().connections());
  }

  /** The lines of the table. */
  List<String> measure() throws IOException {
    HEAD.lines().forEach(this::say);
    var people = People.arrive(target, state);
    for (var workload : Workload.all()) {
      if (target.options().wants(workload.name())) {
        say(measure(workload, people));
      }
    }
    return lines;
  }

  /** A run of a workload, and the raw cost right after it. */
  private record Round(Wrk.Result result, double cpu, double raw) {

    Round and(Round other) {
      return new Round(result.and(other.result), cpu + other.cpu, raw + other.raw);
    }
  }

  private Round round(Workload workload) {
    target.awaitRest();
    var before = target.cpu();
    var environment = workload.environment(target.server());
    var result = wrk.run(workload.script(), target.options().measured(), environment);
    var cpu = target.cpu() - before;
    return new Round(result, cpu, workload.raw().map(target::rawCost).orElse(0.0));
  }

  private String measure(Workload workload, People people) throws IOException {
    new WarmUp(target, wrk, people).with(workload);
    workload.prepare().accept(people);
    Files.deleteIfExists(state.resolve("tokens"));
    var counted = target.database() != null;
    var rowsBefore = counted ? RowCounts.settled(target) : null;
    var rounds = workload.rounds();
    var all = Stream.generate(() -> round(workload)).limit(rounds).reduce(Round::and).orElseThrow();
    var done = all.result().done();
    new TokenCheck(target.server()).check(state.resolve("tokens"));
    var written = counted ? RowCounts.settled(target).since(rowsBefore).each(done) : "";
    return line(workload, all.result(), all.cpu() / done, all.raw() / rounds, written);
  }

  private String line(
      Workload workload, Wrk.Result result, double cpu, double raw, String written) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.1f | %.1f | %.3f | %s | %s | %.3f | %s | %s | %d |",
        workload.name(),
        result.rate(),
        result.latencies().p50(),
        result.latencies().p99(),
        cpu,
        raw > 0 ? number("%.3f", raw) : "",
        raw > 0 ? number("%.2f", cpu / raw) : "",
        cpu - raw,
        workload.mark(),
        written,
        target.rss());
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }

  private void say(String line) {
    System.out.println(line);
    lines.add(line);
  }
}
