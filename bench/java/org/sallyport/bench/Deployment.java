package org.sallyport.bench;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long the server was busy with the WAR, after its own start, by the times in its log. */
final class Deployment {

  private static final String TIME = "(\\d\\d:\\d\\d:\\d\\d[.,]\\d{3})";

  /** Payara Micro and WildFly: the last line before it, and the one that says that it is done. */
  private static final Pattern BEGIN =
      Pattern.compile(TIME + "[^\\n]*(?:loaded default web module|WFLYSRV0027)");

  private static final Pattern END =
      Pattern.compile(TIME + "[^\\n]*(?:Payara Micro \\S+ \\([^)]*\\) ready in|WFLYSRV0010)");

  private Deployment() {}

  /** A sentence for the head of the table. */
  static String told(String log) {
    var begin = time(BEGIN, log);
    var end = time(END, log);
    return begin.isEmpty() || end.isEmpty()
        ? "deployment: the log does not say how long it took"
        : "deployment: %.1f s after the server's own start"
            .formatted(Duration.between(begin.get(), end.get()).toMillis() / 1000.0);
  }

  private static Optional<LocalTime> time(Pattern line, String log) {
    var hit = line.matcher(log);
    return hit.find()
        ? Optional.of(LocalTime.parse(hit.group(1).replace(',', '.')))
        : Optional.empty();
  }
}
