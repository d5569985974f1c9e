package org.sallyport.client.secret;

/** Hashes for tests, which need not be slow. */
public final class QuickHashes implements SlowHashes {

  private static final String FORM = "quick ";

  @Override
  public boolean take(String hash) {
    return hash.startsWith(FORM);
  }

  @Override
  public boolean matches(String secret, String hash) {
    return hash.equals(hash(secret));
  }

  @Override
  public String hash(String secret) {
    return FORM + secret;
  }
}
