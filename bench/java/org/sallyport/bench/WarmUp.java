package org.sallyport.bench;

import java.time.Duration;
import java.util.HashMap;

/**
 * Work that is not measured: for the time of the options, and on until the JVM's compilers rest, as
 * what they use would be counted with the requests.
 */
record WarmUp(Target target, Wrk wrk, People people) {

  private static final Duration WINDOW = Duration.ofSeconds(20);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** The part of one core that compilers at rest still use. */
  private static final double REST = 0.04;

  void with(Workload workload) {
    var least = target.options().warmUp();
    if (workload.hashes()) {
      // So few logins fit into the time that their pages would stay uncompiled.
      var forged = new HashMap<>(workload.environment(target.server()));
      forged.putAll(Workload.FORGED);
      wrk.run(workload.script(), least, forged);
    }
    var began = System.nanoTime();
    var window = least.compareTo(WINDOW) < 0 ? least : WINDOW;
    double compiled;
    do {
      workload.prepare().accept(people);
      target.awaitRest();
      var before = target.compilerCpu();
      wrk.run(workload.script(), window, workload.environment(target.server()));
      compiled = (target.compilerCpu() - before) / window.toMillis();
    } while (isShort(began, least) || compiled > REST && isShort(began, LONGEST));
  }

  private static boolean isShort(long began, Duration wanted) {
    return System.nanoTime() - began < wanted.toNanos();
  }
}
