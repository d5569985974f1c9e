package org.sallyport.oauth;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;

/** The one home of randomness. */
public final class Randomness {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Randomness() {}

  public static byte[] bytes(int count) {
    var bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** 64 characters {@code [0-9A-Za-z]} with 376 bits of randomness, for secrets and tokens. */
  public static String secret() {
    return Base62.encode(bytes(Base62.BYTES));
  }

  /** So many letters of an alphabet, each as likely as any other. */
  public static String letters(String alphabet, int count) {
    return RANDOM
        .ints(count, 0, alphabet.length())
        .mapToObj(place -> alphabet.substring(place, place + 1))
        .collect(Collectors.joining());
  }

  /** 22 characters of base64url with 128 bits of randomness, for a {@code jti} and the like. */
  public static String name() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(16));
  }

  /** A version 4 UUID, RFC 9562 §5.4: tells nothing, so it may be shown as a {@code sub}. */
  public static UUID opaqueId() {
    var buffer = ByteBuffer.wrap(bytes(16));
    return uuid(4, buffer.getLong(), buffer.getLong());
  }

  /** A version 7 UUID, RFC 9562 §5.7, for rows: in order of time, so that indexes stay dense. */
  public static UUID rowId(Instant now) {
    var buffer = ByteBuffer.wrap(bytes(16));
    var high = now.toEpochMilli() << 16 | buffer.getLong() & 0xFFFF;
    return uuid(7, high, buffer.getLong());
  }

  private static UUID uuid(int version, long high, long low) {
    var versioned = high & ~0xF000L | (long) version << 12;
    var variant = low & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new UUID(versioned, variant);
  }
}
