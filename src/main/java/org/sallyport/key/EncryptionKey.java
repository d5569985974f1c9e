package org.sallyport.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** The keys that one text of the operator gives, by HKDF-SHA256 (RFC 5869 §2), one a purpose. */
final class EncryptionKey {

  private final byte id;
  private final Map<Purpose, byte[]> keys;

  private EncryptionKey(byte id, Map<Purpose, byte[]> keys) {
    this.id = id;
    this.keys = keys;
  }

  static EncryptionKey derive(String text) {
    var secret = text.getBytes(UTF_8);
    var keys =
        Stream.of(Purpose.values())
            .collect(Collectors.toMap(purpose -> purpose, p -> hkdf(secret, p.info(), 32)));
    return new EncryptionKey(hkdf(secret, "id", 1)[0], keys);
  }

  private static byte[] hkdf(byte[] secret, String info, int length) {
    var generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(secret, null, info.getBytes(UTF_8)));
    var key = new byte[length];
    generator.generateBytes(key, 0, length);
    return key;
  }

  /** One byte that tells this key from the one before it. */
  byte id() {
    return id;
  }

  SecretKeySpec aes(Purpose purpose) {
    return new SecretKeySpec(keys.get(purpose), "AES");
  }

  /** 32 bytes of HMAC-SHA256. */
  byte[] mac(Purpose purpose, byte[] data) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keys.get(purpose), "HmacSHA256"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
