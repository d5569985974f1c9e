package org.sallyport.store;

/**
 * Fired once when the tables are up to date; whoever needs them at start observes it, ordered by
 * {@code @Priority}: sealing 10, keys 20, demo data 100, the first run 110.
 */
public record DatabaseReady() {

  public static final int SEALING = 10;
  public static final int KEYS = 20;
  public static final int DATA = 100;
  public static final int FIRST_RUN = 110;
}
