package org.sallyport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** What was measured, and where. */
record Machine(Target target) {

  private static final Pattern MODEL = Pattern.compile("model name\\s*: (.*)");

  /** Lines for the head of the table. */
  List<String> before() {
    var options = target.options();
    return List.of(
        "%s, %s, %d cores of %s, %s"
            .formatted(
                LocalDate.now(java.time.ZoneId.systemDefault()),
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(),
                model(),
                Path.of(options.jdk()).getFileName()),
        "server %s, database %s, signing by %s, %d connections, %s"
            .formatted(
                options.server(),
                options.database(),
                target.signer(),
                options.connections(),
                String.join(" ", Target.production())),
        "openssl speed rsa2048: " + openssl(),
        Deployment.told(target.server().logText()),
        "");
  }

  private static String model() {
    try {
      var text = Files.readString(Path.of("/proc/cpuinfo"));
      var hit = MODEL.matcher(text);
      return hit.find() ? hit.group(1).strip() : "an unknown kind";
    } catch (IOException e) {
      return "an unknown kind";
    }
  }

  private static String openssl() {
    try {
      var process = new ProcessBuilder("openssl", "speed", "-seconds", "3", "rsa2048");
      var running = process.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (var lines = running.inputReader()) {
        return lines
            .lines()
            .filter(line -> line.startsWith("rsa "))
            .map(line -> line.trim().split("\\s+"))
            .map(columns -> "%.3f ms".formatted(seconds(columns) * 1000))
            .findFirst()
            .orElse("not understood");
      }
    } catch (IOException e) {
      return "not installed";
    }
  }

  /** `rsa 2048 bits 0.000265s 0.000008s 3770.0 127000.0`. */
  private static double seconds(String[] columns) {
    return Double.parseDouble(columns[3].replace("s", ""));
  }
}
