package org.sallyport.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.sallyport.oauth.Randomness;

/**
 * Argon2id, RFC 9106, 19 MiB and two passes, in memory that is kept: were it new for each hash, to
 * collect it would cost several times the hash. For one thread at a time.
 */
final class Argon2id {

  static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** The form that all libraries of Argon2 write. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** How a text of these costs begins. */
  static final String OURS = "$argon2id$v=19$m=%d,t=%d,p=1$".formatted(MEMORY_KIB, PASSES);

  private static final String WRITTEN = "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s";

  private final KeptBlocks memory = new KeptBlocks(MEMORY_KIB);

  /** The text under which a password is stored, with a salt of its own. */
  String hash(String password) {
    var salt = Randomness.bytes(SALT_BYTES);
    var hash = compute(password, salt, MEMORY_KIB, PASSES, 1, HASH_BYTES);
    var base64 = Base64.getEncoder().withoutPadding();
    return WRITTEN.formatted(
        MEMORY_KIB, PASSES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /**
   * Whether a text was made from a password, at whatever cost it names.
   *
   * @throws IllegalArgumentException when it is no text of Argon2id
   */
  boolean matches(String password, String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no hash of Argon2id");
    }
    var expected = Base64.getDecoder().decode(parts.group(5));
    var actual =
        compute(
            password,
            Base64.getDecoder().decode(parts.group(4)),
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, actual);
  }

  private byte[] compute(
      String password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .withBlockPool(memory)
            .build());
    var hash = new byte[length];
    generator.generateBytes(password.getBytes(UTF_8), hash);
    return hash;
  }
}
