package org.sallyport.key;

/** Where a signing key is in its life. */
public enum KeyState {
  /** Signs. */
  ACTIVE,
  /** Served, so that everyone knows it before it signs. */
  PUBLISHED,
  /** Signs no longer, and is served until all that it signed is over. */
  RETIRED,
  /** Not trusted any more: what it signed is refused. */
  WITHDRAWN,
  /** A file's key whose time is over; known still, so that the file does not bring it back. */
  REMOVED;

  /** Whether it is in the JWK Set. */
  public boolean isServed() {
    return compareTo(RETIRED) <= 0;
  }
}
