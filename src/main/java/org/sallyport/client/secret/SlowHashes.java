package org.sallyport.client.secret;

import org.sallyport.oauth.OAuthException;

/** Hashes as slow as those of passwords, and in the same turn: so many at once and no more. */
public interface SlowHashes {

  /** Whether a text is a hash that can be checked. */
  boolean take(String hash);

  /**
   * Whether a secret is the one that was hashed.
   *
   * @throws OAuthException {@code temporarily_unavailable} when too many are checked already
   */
  boolean matches(String secret, String hash);

  /**
   * A new hash.
   *
   * @throws OAuthException {@code temporarily_unavailable} when too many are made already
   */
  String hash(String secret);
}
