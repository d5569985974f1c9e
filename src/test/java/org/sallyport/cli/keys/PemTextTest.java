package org.sallyport.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PemTextTest {

  private static final String PASSPHRASE = "a passphrase with späces";

  private static Object read(String pem) throws Exception {
    try (var parser = new PEMParser(new StringReader(pem))) {
      return parser.readObject();
    }
  }

  private static PublicKey publicKey(String pem) throws Exception {
    return new JcaPEMKeyConverter().getPublicKey((SubjectPublicKeyInfo) read(pem));
  }

  private static PrivateKey opened(String pem, String passphrase) throws Exception {
    var decryptor =
        new JceOpenSSLPKCS8DecryptorProviderBuilder()
            .setProvider(new BouncyCastleProvider())
            .build(passphrase.toCharArray());
    var encrypted = (PKCS8EncryptedPrivateKeyInfo) read(pem);
    return new JcaPEMKeyConverter().getPrivateKey(encrypted.decryptPrivateKeyInfo(decryptor));
  }

  private static boolean verifies(KeyKind kind, PrivateKey signs, PublicKey verifies)
      throws JoseException {
    var signed = new JsonWebSignature();
    signed.setAlgorithmHeaderValue(kind.name());
    signed.setPayload("{}");
    signed.setKey(signs);
    var read = new JsonWebSignature();
    read.setCompactSerialization(signed.getCompactSerialization());
    read.setKey(verifies);
    return read.verifySignature();
  }

  @ParameterizedTest
  @EnumSource
  void aKeyOfEachKindSignsAndItsPublicFileVerifies(KeyKind kind) throws Exception {
    KeyPair pair = kind.generate(KeyKind.BITS);

    var privateKey =
        new JcaPEMKeyConverter()
            .getPrivateKey((PrivateKeyInfo) read(PemText.of(pair.getPrivate(), Optional.empty())));

    assertThat(verifies(kind, privateKey, publicKey(PemText.of(pair.getPublic())))).isTrue();
  }

  @Test
  void anEncryptedKeyIsOpenedByItsPassphraseOnly() throws Exception {
    var pair = KeyKind.ES256.generate(0);
    var pem = PemText.of(pair.getPrivate(), Optional.of(PASSPHRASE));

    assertThat(pem).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    assertThat(opened(pem, PASSPHRASE)).isEqualTo(pair.getPrivate());
    assertThat(PemText.of(pair.getPrivate(), Optional.of(PASSPHRASE))).isNotEqualTo(pem);
  }
}
