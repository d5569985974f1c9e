package org.sallyport.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits for something to become true. */
public final class Patience {

  private static final Duration LONGEST = Duration.ofSeconds(120);

  private Patience() {}

  /** Returns as soon as it is true; fails with the words when it has not become true. */
  public static void await(String words, Callable<Boolean> condition) {
    var end = Instant.now().plus(LONGEST);
    try {
      while (!condition.call()) {
        if (Instant.now().isAfter(end)) {
          throw new AssertionError("waited in vain: " + words);
        }
        Thread.sleep(50);
      }
    } catch (Exception e) {
      throw new AssertionError("cannot wait: " + words, e);
    }
  }
}
