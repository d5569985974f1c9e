package org.sallyport.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the command line asks for. */
record Options(
    String command,
    String server,
    String database,
    String jdk,
    String provider,
    Duration warmUp,
    Duration measured,
    int connections,
    List<String> only,
    long scale,
    Path output) {

  static final String USAGE =
      """
      bench/run [table|burst|grow|micro] [options]

        table  every workload, one after another (what is done without a word)
        burst  2,000 idle connections and 500 logins at once beside token requests
        grow   refresh, introspection and code flow on an empty and on a full database,
               then the clean-up of a tenth of its grants under load
        micro  the parts of a token request one by one

        --server payara-micro|wildfly   --db postgres|mariadb|h2   --jdk DIRECTORY
        --provider corretto|jdk         --connections 16
        --warm-up 60 (seconds)          --seconds 20 (measured)
        --only NAME[,NAME]              some workloads of the table
        --scale 10000000                grants of `grow`; a tenth are users, a hundredth clients
        --output FILE                   the table as Markdown, too""";

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a sentence when it is wrong
   */
  static Options parse(String[] arguments) {
    var rest = new ArrayList<>(List.of(arguments));
    var command = rest.isEmpty() || rest.get(0).startsWith("--") ? "table" : rest.remove(0);
    var options =
        new Options(
            command,
            "payara-micro",
            "postgres",
            System.getProperty("java.home"),
            "corretto",
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            16,
            List.of(),
            10_000_000,
            null);
    for (var i = 0; i < rest.size(); i += 2) {
      if (i + 1 == rest.size()) {
        throw new IllegalArgumentException(rest.get(i) + " needs a value, or is unknown");
      }
      options = options.with(rest.get(i), rest.get(i + 1));
    }
    return options;
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--server" -> copy(value, database, jdk, provider, warmUp, measured, only);
      case "--db" -> copy(server, value, jdk, provider, warmUp, measured, only);
      case "--jdk" -> copy(server, database, value, provider, warmUp, measured, only);
      case "--provider" -> copy(server, database, jdk, value, warmUp, measured, only);
      case "--warm-up" -> copy(server, database, jdk, provider, seconds(value), measured, only);
      case "--seconds" -> copy(server, database, jdk, provider, warmUp, seconds(value), only);
      case "--only" ->
          copy(server, database, jdk, provider, warmUp, measured, List.of(value.split(",")));
      case "--connections" ->
          new Options(
              command,
              server,
              database,
              jdk,
              provider,
              warmUp,
              measured,
              number(value),
              only,
              scale,
              output);
      case "--scale" ->
          new Options(
              command,
              server,
              database,
              jdk,
              provider,
              warmUp,
              measured,
              connections,
              only,
              number(value),
              output);
      case "--output" ->
          new Options(
              command,
              server,
              database,
              jdk,
              provider,
              warmUp,
              measured,
              connections,
              only,
              scale,
              Path.of(value));
      default -> throw new IllegalArgumentException(name + " is unknown");
    };
  }

  private Options copy(
      String server,
      String database,
      String jdk,
      String provider,
      Duration warmUp,
      Duration measured,
      List<String> only) {
    return new Options(
        command,
        server,
        database,
        jdk,
        provider,
        warmUp,
        measured,
        connections,
        only,
        scale,
        output);
  }

  private static Duration seconds(String value) {
    return Duration.ofSeconds(number(value));
  }

  private static int number(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(value + " is no number", e);
    }
  }

  boolean wants(String workload) {
    return only.isEmpty() || only.contains(workload);
  }
}
