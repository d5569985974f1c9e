package org.sallyport.web;

import java.time.Duration;

/** How many people are served at once, where each costs much; the others come again. */
public final class Crowd {

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /**
   * Passwords that wait to be hashed. Each holds a thread of the server, which has sixteen a core
   * or more: half stay free.
   */
  public static final int WAITING = 8 * CORES;

  /** Forms in work: as many as wait for a hash, and one hash a core. */
  public static final int FORMS = WAITING + CORES;

  /** The longest wait, after which who was turned away may come again. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private Crowd() {}
}
