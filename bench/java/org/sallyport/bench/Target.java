package org.sallyport.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.sallyport.testing.Databases;
import org.sallyport.testing.Databases.Database;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** The server that is measured, with the JVM options of production, and its database. */
record Target(Options options, Server server, Database database) {

  /** Linux counts the CPU time of a process in these. */
  private static final double TICKS_A_SECOND = 100;

  /** The JVM options of production, as README gives them to a node. */
  private static final Path PRODUCTION = Path.of("server-config/payara-micro/production.jvm");

  private static final Duration GLANCE = Duration.ofMillis(250);
  private static final Duration LONGEST_REST = Duration.ofSeconds(10);

  /** The part of one core that a server at rest may use. */
  private static final double RESTING = 0.2;

  private static final Pattern SIGNER = Pattern.compile("[^\\n]*? signs tokens[.,;]?[^\\n]*");

  static Target start(Options options) {
    System.setProperty("sallyport.test.server", options.server());
    System.setProperty("sallyport.test.java", options.jdk());
    System.setProperty("sallyport.test.durable", "true");
    var database =
        switch (options.database()) {
          case "postgres" -> Databases.postgres().newDatabase();
          case "mariadb" -> Databases.mariadb().newDatabase();
          case "h2" -> null;
          default -> throw new IllegalArgumentException("--db is unknown: " + options.database());
        };
    var start =
        StartOptions.of(
                Map.of("sallyport.demo", "true", "sallyport.signing.provider", options.provider()))
            .withJvmOption("-XX:TieredStopAtLevel=4")
            .withEnvironment("MALLOC_ARENA_MAX", "2");
    for (var option : production()) {
      start = start.withJvmOption(option);
    }
    for (var more : System.getProperty("bench.jvm", "").split(" ")) {
      start = more.isEmpty() ? start : start.withJvmOption(more);
    }
    if ("payara-micro".equals(options.server())) {
      start = ClassArchive.make(options, start).map(start::withJvmOption).orElse(start);
    }
    var server = Server.start(database == null ? start : start.with(database));
    // As most starts are: with the tables and keys of an earlier one.
    server.restart();
    return new Target(options, server, database);
  }

  /** The options of production, one by one. */
  static List<String> production() {
    try (var lines = Files.lines(PRODUCTION)) {
      return lines.filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Milliseconds of CPU that the server's process has used. */
  double cpu() {
    return cpu(read("stat"));
  }

  /** Waits for the end of what was asked before: logins go on when nobody hears their answer. */
  void awaitRest() {
    var end = System.nanoTime() + LONGEST_REST.toNanos();
    double used;
    do {
      var before = cpu();
      LockSupport.parkNanos(GLANCE.toNanos());
      used = (cpu() - before) / GLANCE.toMillis();
    } while (used > RESTING && System.nanoTime() < end);
  }

  /** Milliseconds of CPU that the compilers of its JVM have used. */
  double compilerCpu() {
    try (var threads = Files.list(Path.of("/proc", Long.toString(server.pid()), "task"))) {
      return threads
          .map(Target::stat)
          .filter(stat -> stat.contains("CompilerThre"))
          .mapToDouble(Target::cpu)
          .sum();
    } catch (IOException e) {
      throw new IllegalStateException("the server's process is gone", e);
    }
  }

  private static String stat(Path thread) {
    try {
      return Files.readString(thread.resolve("stat"));
    } catch (IOException e) {
      return "ended";
    }
  }

  private static double cpu(String stat) {
    var fields = stat.replaceFirst(".*\\) ", "").split(" ");
    var ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    return ticks * 1000 / TICKS_A_SECOND;
  }

  /** Megabytes that the server's process has in memory. */
  long rss() {
    var kilobytes = Pattern.compile("VmRSS:\\s+(\\d+)").matcher(read("status"));
    return kilobytes.find() ? Long.parseLong(kilobytes.group(1)) / 1024 : -1;
  }

  private String read(String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(server.pid()), file));
    } catch (IOException e) {
      throw new IllegalStateException("the server's process is gone", e);
    }
  }

  /** Who signs: {@code corretto} or {@code jdk}. */
  String signer() {
    var line = SIGNER.matcher(server.logText());
    if (!line.find()) {
      throw new IllegalStateException("the log does not say who signs");
    }
    return line.group().contains("The JDK") ? "jdk" : "corretto";
  }

  /** What {@link RawCost} says now with the server's JVM options, in milliseconds of CPU. */
  double rawCost(String what) {
    var command = new ArrayList<String>();
    command.add(Path.of(options.jdk(), "bin", "java").toString());
    command.addAll(production());
    command.addAll(
        List.of(
            "-cp", System.getProperty("java.class.path"), RawCost.class.getName(), what, signer()));
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var lines = process.inputReader()) {
        var text = String.join("\n", lines.lines().toList());
        var raw = Pattern.compile("RAW ([0-9.]+)").matcher(text);
        if (!process.waitFor(60, TimeUnit.SECONDS) || !raw.find()) {
          throw new IllegalStateException("no raw cost of " + what + ":\n" + text);
        }
        return Double.parseDouble(raw.group(1));
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("no raw cost of " + what, e);
    }
  }
}
