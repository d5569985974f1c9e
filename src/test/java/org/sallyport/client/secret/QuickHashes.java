package org.sallyport.client.secret;

/** Hashes for tests, which need not be slow. */
public final class QuickHashes implements SlowHashes {

  private static final String FORM = "quick ";

  private int made;

  /** How many secrets were hashed. */
  public int made() {
    return made;
  }

  @Override
  public boolean take(String hash) {
    return hash.startsWith(FORM);
  }

  @Override
  public boolean matches(String secret, String hash) {
    return hash.equals(FORM + secret);
  }

  @Override
  public String hash(String secret) {
    made++;
    return FORM + secret;
  }
}
