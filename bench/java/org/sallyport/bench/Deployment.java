package org.sallyport.bench;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How long the server was busy with the WAR, after its own start, by the times in its log. */
final class Deployment {

  private static final String TIME = "(\\d\\d:\\d\\d:\\d\\d[.,]\\d{3})";

  /** Payara Micro and WildFly: the last line before it, and the one that says that it is done. */
  private static final Pattern BEGIN =
      Pattern.compile(TIME + "[^\\n]*(?:loaded default web module|WFLYSRV0027)");

  private static final Pattern END =
      Pattern.compile(TIME + "[^\\n]*(?:Payara Micro \\S+ \\([^)]*\\) ready in|WFLYSRV0010)");

  private Deployment() {}

  /** A sentence for the head of the table, of the first start and of the one after it. */
  static String told(String log) {
    var seconds = seconds(log);
    return seconds.size() < 2
        ? "deployment: the log does not say how long it took"
        : String.format(
            Locale.ROOT,
            "deployment: %.1f s after the server's own start with an empty database, %.1f s with"
                + " one that has its tables, keys and demo data",
            seconds.get(0),
            seconds.get(1));
  }

  private static List<Double> seconds(String log) {
    var begins = times(BEGIN, log);
    var ends = times(END, log);
    return IntStream.range(0, Math.min(begins.size(), ends.size()))
        .mapToObj(i -> Duration.between(begins.get(i), ends.get(i)).toMillis() / 1000.0)
        .toList();
  }

  private static List<LocalTime> times(Pattern line, String log) {
    return line.matcher(log)
        .results()
        .map(hit -> LocalTime.parse(hit.group(1).replace(',', '.')))
        .toList();
  }
}
