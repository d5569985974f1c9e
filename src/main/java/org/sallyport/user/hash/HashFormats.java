package org.sallyport.user.hash;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The formats of stored passwords that are taken; which one it is, the stored text tells. */
public enum HashFormats {
  /** Those that are slow to guess: Argon2, bcrypt, PBKDF2, SHA-2 crypt. */
  SLOW(List.of()),
  /** MD5 and SHA-1 in hexadecimal too, which only an operator can want. */
  LEGACY(
      List.of(new PlainDigest(32, DigestUtils::md5Hex), new PlainDigest(40, DigestUtils::sha1Hex)));

  private static final List<HashFormat> SAFE =
      List.of(
          new Argon2(),
          new Bcrypt(),
          new WordPress(),
          Pbkdf2.ofDjango(),
          Pbkdf2.ofPasslib(),
          new Sha2Crypt());

  private final List<HashFormat> more;

  HashFormats(List<HashFormat> more) {
    this.more = more;
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
    return Stream.concat(SAFE.stream(), more.stream())
        .filter(format -> format.recognises(hash))
        .findFirst();
  }
}
