package org.sallyport.user.hash;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The formats of stored passwords that are taken; which one it is, the stored text tells. */
public enum HashFormats {
  /** Those that are slow to guess: Argon2, bcrypt, PBKDF2, SHA-2 crypt. */
  SLOW(Costs.HIGH),
  /** The same where they cost little more than ours. */
  MODEST(Costs.MODEST),
  /** MD5 and SHA-1 in hexadecimal too, which only an operator can want. */
  LEGACY(
      Costs.HIGH,
      new PlainDigest(32, DigestUtils::md5Hex),
      new PlainDigest(40, DigestUtils::sha1Hex));

  private final List<HashFormat> formats;

  HashFormats(Costs most, HashFormat... more) {
    var slow =
        Stream.of(
            new Argon2(most),
            new Bcrypt(most),
            new WordPress(most),
            Pbkdf2.ofDjango(most),
            Pbkdf2.ofPasslib(most),
            new Sha2Crypt(most));
    formats = Stream.concat(slow, Stream.of(more)).toList();
  }

  /** Whether a stored text can be checked at all. */
  public boolean take(String hash) {
    return of(hash).isPresent();
  }

  /**
   * Whether a password is the one that a stored text was made of; false for an unknown format, and
   * for a malformed text, which is its owner's trouble and nobody else's.
   */
  public boolean match(String password, String hash) {
    try {
      return of(hash).filter(format -> format.matches(password, hash)).isPresent();
    } catch (RuntimeException malformed) {
      return false;
    }
  }

  private Optional<HashFormat> of(String hash) {
    return formats.stream().filter(format -> format.recognises(hash)).findFirst();
  }
}
