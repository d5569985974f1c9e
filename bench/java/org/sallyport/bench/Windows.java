package org.sallyport.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was seen in one window of ten seconds after another. */
final class Windows {

  private final List<Latencies> each = new ArrayList<>();
  private final Latencies all = new Latencies();

  void add(Latencies window) {
    each.add(window);
    all.add(window);
  }

  int count() {
    return each.size();
  }

  /** Milliseconds, of all requests of all windows. */
  double p99() {
    return all.p99();
  }

  double worst() {
    return each.stream().mapToDouble(Latencies::p99).max().orElseThrow();
  }

  /** That of all requests, and of each window in their order. */
  @Override
  public String toString() {
    return each.stream()
        .map(window -> String.format(Locale.ROOT, "%.1f", window.p99()))
        .collect(
            Collectors.joining(" ", String.format(Locale.ROOT, "%.1f (windows: ", p99()), ")"));
  }
}
