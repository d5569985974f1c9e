package org.sallyport.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;

/** The signature algorithms of this server, RFC 7518 §3.1 and RFC 8037 §3.1. */
public enum Algorithm {
  RS256("RS256", "RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4)),
  ES256("ES256", "EC", new ECGenParameterSpec("secp256r1")),
  EDDSA("EdDSA", "Ed25519", NamedParameterSpec.ED25519);

  private final String jwa;
  private final String keyType;
  private final AlgorithmParameterSpec parameters;

  Algorithm(String jwa, String keyType, AlgorithmParameterSpec parameters) {
    this.jwa = jwa;
    this.keyType = keyType;
    this.parameters = parameters;
  }

  /** The algorithm with a name of RFC 7518. */
  public static Algorithm of(String jwa) {
    for (var algorithm : values()) {
      if (algorithm.jwa.equals(jwa)) {
        return algorithm;
      }
    }
    throw new IllegalArgumentException("no such algorithm");
  }

  /** The name on the wire. */
  public String jwa() {
    return jwa;
  }

  KeyPair generate() {
    try {
      return generate(KeyPairGenerator.getInstance(keyType));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform cannot make a key for " + jwa, e);
    }
  }

  KeyPair generate(String provider) throws GeneralSecurityException {
    return generate(KeyPairGenerator.getInstance(keyType, provider));
  }

  private KeyPair generate(KeyPairGenerator generator) throws GeneralSecurityException {
    generator.initialize(parameters);
    return generator.generateKeyPair();
  }

  KeyFactory factory(String provider) throws GeneralSecurityException {
    return KeyFactory.getInstance(keyType, provider);
  }

  PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance(keyType).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  PublicKey publicKey(byte[] spki) throws GeneralSecurityException {
    return KeyFactory.getInstance(keyType).generatePublic(new X509EncodedKeySpec(spki));
  }
}
