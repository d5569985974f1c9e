package org.sallyport.oauth;

import java.math.BigInteger;
import java.util.Optional;

/** 47 bytes as 64 characters {@code [0-9A-Za-z]} and back; each value has exactly one form. */
public final class Base62 {

  public static final int BYTES = 47;
  public static final int CHARACTERS = 64;

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(62);

  private Base62() {}

  /**
   * The text of 47 bytes.
   *
   * @throws IllegalArgumentException for another length
   */
  public static String encode(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("47 bytes are needed");
    }
    var text = new char[CHARACTERS];
    var rest = new BigInteger(1, bytes);
    for (var i = CHARACTERS - 1; i >= 0; i--) {
      var parts = rest.divideAndRemainder(BASE);
      text[i] = ALPHABET.charAt(parts[1].intValue());
      rest = parts[0];
    }
    return new String(text);
  }

  /** The bytes of a text; empty when no 47 bytes have that text. */
  public static Optional<byte[]> decode(String text) {
    if (text.length() != CHARACTERS) {
      return Optional.empty();
    }
    var value = BigInteger.ZERO;
    for (var i = 0; i < CHARACTERS; i++) {
      var digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      value = value.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    if (value.bitLength() > BYTES * 8) {
      return Optional.empty();
    }
    var bytes = new byte[BYTES];
    var magnitude = value.toByteArray();
    var length = Math.min(magnitude.length, BYTES);
    System.arraycopy(magnitude, magnitude.length - length, bytes, BYTES - length, length);
    return Optional.of(bytes);
  }
}
