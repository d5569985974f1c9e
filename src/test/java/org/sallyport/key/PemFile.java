package org.sallyport.key;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;

/** Keys in the forms in which operators have them. */
enum PemFile {
  PKCS8 {
    @Override
    String write(KeyPair pair, String passphrase) {
      return text(new PemObject("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }
  },
  PKCS8_ENCRYPTED {
    @Override
    String write(KeyPair pair, String passphrase) throws OperatorCreationException, IOException {
      var encryptor =
          new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
              .setProvider(PROVIDER)
              .setPassword(passphrase.toCharArray())
              .build();
      return text(new JcaPKCS8Generator(pair.getPrivate(), encryptor));
    }
  },
  PKCS1 {
    @Override
    String write(KeyPair pair, String passphrase) throws IOException {
      var inner = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()).parsePrivateKey();
      return text(new PemObject("RSA PRIVATE KEY", inner.toASN1Primitive().getEncoded()));
    }
  },
  PKCS1_ENCRYPTED {
    @Override
    String write(KeyPair pair, String passphrase) throws IOException {
      var encryptor =
          new JcePEMEncryptorBuilder("AES-256-CBC")
              .setProvider(PROVIDER)
              .build(passphrase.toCharArray());
      return text(new JcaMiscPEMGenerator(pair.getPrivate(), encryptor));
    }
  },
  SEC1 {
    @Override
    String write(KeyPair pair, String passphrase) throws IOException {
      return text(new PemObject("EC PRIVATE KEY", sec1(pair)));
    }
  },
  SEC1_AFTER_ITS_CURVE {
    @Override
    String write(KeyPair pair, String passphrase) throws IOException {
      return text(new PemObject("EC PARAMETERS", CURVE.getEncoded()))
          + text(new PemObject("EC PRIVATE KEY", sec1(pair)));
    }
  };

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final ASN1ObjectIdentifier CURVE = SECObjectIdentifiers.secp256r1;

  abstract String write(KeyPair pair, String passphrase)
      throws OperatorCreationException, IOException;

  boolean isEncrypted() {
    return name().endsWith("ENCRYPTED");
  }

  static KeyPair rsa(int bits) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  static KeyPair ec(String curve) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  static KeyPair ed25519() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  static String publicKey(KeyPair pair) {
    return text(new PemObject("PUBLIC KEY", pair.getPublic().getEncoded()));
  }

  /** A new file that its owner alone may read. */
  static Path save(Path folder, String text) throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    return Files.writeString(Files.createTempFile(folder, "key-", ".pem", mode), text);
  }

  /** RFC 5915 §3, with its parameters. */
  private static byte[] sec1(KeyPair pair) throws IOException {
    var secret = ((ECPrivateKey) pair.getPrivate()).getS();
    return new org.bouncycastle.asn1.sec.ECPrivateKey(256, secret, CURVE).getEncoded();
  }

  private static String text(PemObjectGenerator object) {
    var text = new StringWriter();
    try (var writer = new PemWriter(text)) {
      writer.writeObject(object);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }
}
