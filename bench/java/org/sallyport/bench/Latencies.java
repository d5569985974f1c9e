package org.sallyport.bench;

import java.util.TreeMap;
import java.util.regex.Pattern;

/** How often each latency was seen, to a tenth of a millisecond. */
final class Latencies {

  private static final Pattern COUNTED = Pattern.compile("(\\d+):(\\d+)");

  private final TreeMap<Long, Long> counts = new TreeMap<>();

  /** Those of a line of `bench/wrk/common.lua`: {@code 12:3401} is 1.2 ms, seen 3401 times. */
  static Latencies read(String line) {
    var latencies = new Latencies();
    COUNTED
        .matcher(line)
        .results()
        .forEach(hit -> latencies.add(Long.parseLong(hit.group(1)), Long.parseLong(hit.group(2))));
    return latencies;
  }

  private void add(long tenths, long seen) {
    counts.merge(tenths, seen, Long::sum);
  }

  /** Those of another run, too. */
  void add(Latencies other) {
    other.counts.forEach(this::add);
  }

  double p50() {
    return percentile(0.5);
  }

  double p99() {
    return percentile(0.99);
  }

  double max() {
    return percentile(1);
  }

  /** Milliseconds that this part of all took at most. */
  private double percentile(double part) {
    var left = part * counts.values().stream().mapToLong(Long::longValue).sum();
    for (var latency : counts.entrySet()) {
      left -= latency.getValue();
      if (left <= 0) {
        return latency.getKey() / 10.0;
      }
    }
    return Double.NaN;
  }
}
