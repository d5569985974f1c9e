package org.sallyport.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        --warm-up 60 (seconds at least; it goes on until the JVM's compilers rest, 2 minutes at most)
        --seconds 20 (measured; `grow` has windows of its own)
        --only NAME[,NAME]              some workloads of the table
        --scale 10000000                grants of `grow`; a tenth are users, a hundredth clients
        --output FILE                   the table as Markdown, too""";

  /** What counts where nothing else is said; each option has one value. */
  private static final Map<String, String> USUAL =
      Map.of(
          "--server", "payara-micro",
          "--db", "postgres",
          "--jdk", System.getProperty("java.home"),
          "--provider", "corretto",
          "--warm-up", "60",
          "--seconds", "20",
          "--connections", "16",
          "--only", "",
          "--scale", "10000000",
          "--output", "");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a sentence when it is wrong
   */
  static Options parse(String[] arguments) {
    var rest = new ArrayList<>(List.of(arguments));
    var command = rest.isEmpty() || rest.get(0).startsWith("--") ? "table" : rest.remove(0);
    var values = new HashMap<>(USUAL);
    for (var i = 0; i < rest.size(); i += 2) {
      if (i + 1 == rest.size()) {
        throw new IllegalArgumentException(rest.get(i) + " needs a value, or is unknown");
      } else if (values.replace(rest.get(i), rest.get(i + 1)) == null) {
        throw new IllegalArgumentException(rest.get(i) + " is unknown");
      }
    }
    var only = values.get("--only");
    var output = values.get("--output");
    return new Options(
        command,
        values.get("--server"),
        values.get("--db"),
        values.get("--jdk"),
        values.get("--provider"),
        Duration.ofSeconds(number(values.get("--warm-up"))),
        Duration.ofSeconds(number(values.get("--seconds"))),
        number(values.get("--connections")),
        only.isEmpty() ? List.of() : List.of(only.split(",")),
        number(values.get("--scale")),
        output.isEmpty() ? null : Path.of(output));
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
