package org.sallyport.key;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.sallyport.config.source.ConfigurationException;

/** PEM files (RFC 7468): PKCS#8, PKCS#1 and SEC1 private keys, encrypted or not. */
final class Pem {

  private Pem() {}

  /**
   * The private key in a PEM text.
   *
   * @throws ConfigurationException when there is none or the passphrase is missing or wrong
   */
  static PrivateKeyInfo privateKey(String setting, String pem, Optional<String> passphrase) {
    try {
      var found = first(pem);
      if (found instanceof PrivateKeyInfo info) {
        return info;
      } else if (found instanceof PEMKeyPair pair) {
        return pair.getPrivateKeyInfo();
      } else if (found instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
        var decryptor =
            new JceOpenSSLPKCS8DecryptorProviderBuilder()
                .setProvider(provider())
                .build(required(passphrase));
        return encrypted.decryptPrivateKeyInfo(decryptor);
      } else if (found instanceof PEMEncryptedKeyPair encrypted) {
        var decryptor =
            new JcePEMDecryptorProviderBuilder()
                .setProvider(provider())
                .build(required(passphrase));
        return encrypted.decryptKeyPair(decryptor).getPrivateKeyInfo();
      }
    } catch (PKCSException | OperatorCreationException | PEMException e) {
      throw passphrase.isPresent() ? wrongPassphrase() : noKey(setting);
    } catch (IOException | RuntimeException e) {
      throw ConfigurationException.in(e) == null ? noKey(setting) : ConfigurationException.in(e);
    }
    throw noKey(setting);
  }

  /**
   * The public key in a PEM text.
   *
   * @throws ConfigurationException when there is none
   */
  static SubjectPublicKeyInfo publicKey(String setting, String pem) {
    try {
      if (first(pem) instanceof SubjectPublicKeyInfo info) {
        return info;
      }
    } catch (IOException | RuntimeException e) {
      throw noKey(setting);
    }
    throw noKey(setting);
  }

  /** A private key as PEM text, PKCS#8. */
  static String write(PrivateKey key) {
    return write("PRIVATE KEY", key);
  }

  /** A public key as PEM text, RFC 7468 §13. */
  static String write(PublicKey key) {
    return write("PUBLIC KEY", key);
  }

  private static String write(String label, Key key) {
    var text = new StringWriter();
    try (var writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(label, key.getEncoded()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static Object first(String pem) throws IOException {
    try (var parser = new PEMParser(new StringReader(pem))) {
      var found = parser.readObject();
      // OpenSSL writes the curve's name before a SEC1 key.
      while (found instanceof ASN1ObjectIdentifier) {
        found = parser.readObject();
      }
      return found;
    }
  }

  /**
   * Made for encrypted keys only, as it takes half a second; the JDK’s providers stay as they are.
   */
  private static BouncyCastleProvider provider() {
    return new BouncyCastleProvider();
  }

  private static char[] required(Optional<String> passphrase) {
    return passphrase
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "OAUTH2_PRIVATE_KEY_PASSPHRASE: it is missing and the key file is encrypted;"
                        + " set it."))
        .toCharArray();
  }

  private static ConfigurationException wrongPassphrase() {
    return new ConfigurationException(
        "OAUTH2_PRIVATE_KEY_PASSPHRASE: the value does not open the key file; correct it.");
  }

  private static ConfigurationException noKey(String setting) {
    return new ConfigurationException(
        setting + ": the file holds no usable PEM key; name one in PKCS#8, PKCS#1 or SEC1 form.");
  }
}
