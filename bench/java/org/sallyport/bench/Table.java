package org.sallyport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
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

  private String measure(Workload workload, People people) throws IOException {
    var environment = workload.environment(target.server());
    var options = target.options();
    new WarmUp(target, wrk, people).with(workload);
    workload.prepare().accept(people);
    target.awaitRest();
    Files.deleteIfExists(state.resolve("tokens"));
    var counted = target.database() != null;
    var rowsBefore = counted ? RowCounts.settled(target) : null;
    var cpuBefore = target.cpu();
    var result = wrk.run(workload.script(), options.measured(), environment);
    var cpu = (target.cpu() - cpuBefore) / result.done();
    var raw = workload.raw().map(target::rawCost).map(OptionalDouble::of);
    new TokenCheck(target.server()).check(state.resolve("tokens"));
    var written = counted ? RowCounts.settled(target).since(rowsBefore).each(result.done()) : "";
    return line(workload, result, cpu, raw.orElse(OptionalDouble.empty()), written);
  }

  private String line(
      Workload workload, Wrk.Result result, double cpu, OptionalDouble raw, String written) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.1f | %.1f | %.3f | %s | %s | %.3f | %s | %s | %d |",
        workload.name(),
        result.rate(),
        result.latencies().p50(),
        result.latencies().p99(),
        cpu,
        raw.isPresent() ? number("%.3f", raw.getAsDouble()) : "",
        raw.isPresent() ? number("%.2f", cpu / raw.getAsDouble()) : "",
        cpu - raw.orElse(0),
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
