package org.sallyport.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class EncryptionKeyTest {

  private static final String TEXT = "not Base64! any text of at least 32 bytes";
  private static final String BASE64 = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=";

  @Test
  void keysAreThoseOfHkdfSha256ForTheBytesOfTheText() throws GeneralSecurityException {
    for (var text : new String[] {TEXT, BASE64}) {
      assertThat(EncryptionKey.derive(text).aes(Purpose.SEAL).getEncoded())
          .isEqualTo(hkdf(text.getBytes(UTF_8), "seal"));
    }
  }

  /** RFC 5869 §2.2 and §2.3 for one block, by the JDK's HMAC alone. */
  private static byte[] hkdf(byte[] secret, String info) throws GeneralSecurityException {
    return hmac(hmac(new byte[32], secret), (info + "\u0001").getBytes(UTF_8));
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  @Test
  void eachPurposeHasAKeyOfItsOwn() {
    var key = EncryptionKey.derive(TEXT);

    var texts =
        Stream.of(Purpose.values())
            .map(purpose -> HexFormat.of().formatHex(key.aes(purpose).getEncoded()));

    assertThat(texts).doesNotHaveDuplicates().allMatch(text -> text.length() == 64);
  }
}
