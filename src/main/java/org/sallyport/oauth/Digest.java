package org.sallyport.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The SHA-256 digest under which random secrets and tokens are stored, in base64url. */
public record Digest(String value) {

  public static Digest of(String secret) {
    return new Digest(encode(sha256(secret.getBytes(UTF_8))));
  }

  /** Compares in constant time. */
  public boolean matches(String secret) {
    return MessageDigest.isEqual(value.getBytes(UTF_8), of(secret).value.getBytes(UTF_8));
  }

  /** The {@code S256} challenge of a verifier, RFC 7636 §4.2. */
  public static String s256(String verifier) {
    return of(verifier).value;
  }

  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return value;
  }
}
