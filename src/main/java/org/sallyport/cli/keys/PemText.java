package org.sallyport.cli.keys;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.sallyport.oauth.Randomness;

/** Keys as PEM text (RFC 7468): a private one as PKCS#8, encrypted by PBES2 (RFC 8018 §6.2). */
final class PemText {

  private static final int ITERATIONS = 300_000;
  private static final int KEY_BITS = 256;

  private PemText() {}

  static String of(PublicKey key) {
    return pem("PUBLIC KEY", key.getEncoded());
  }

  static String of(PrivateKey key, Optional<String> passphrase) {
    return passphrase
        .map(text -> pem("ENCRYPTED PRIVATE KEY", encrypted(key.getEncoded(), text)))
        .orElseGet(() -> pem("PRIVATE KEY", key.getEncoded()));
  }

  private static byte[] encrypted(byte[] key, String passphrase) {
    var salt = Randomness.bytes(16);
    var vector = Randomness.bytes(16);
    try {
      // The JDK's own PBES2 takes passphrases of ASCII only.
      var factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      var spec = new PBEKeySpec(passphrase.toCharArray(), salt, ITERATIONS, KEY_BITS);
      var secret = new SecretKeySpec(factory.generateSecret(spec).getEncoded(), "AES");
      var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(Cipher.ENCRYPT_MODE, secret, new IvParameterSpec(vector));
      return new EncryptedPrivateKeyInfo(scheme(salt, vector), cipher.doFinal(key)).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot encrypt a key", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AlgorithmIdentifier scheme(byte[] salt, byte[] vector) {
    var hash = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
    var derivation =
        new KeyDerivationFunc(
            PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, ITERATIONS, hash));
    var cipher =
        new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(vector));
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_PBES2, new PBES2Parameters(derivation, cipher));
  }

  private static String pem(String label, byte[] content) {
    var text = new StringWriter();
    try (var writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(label, content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
