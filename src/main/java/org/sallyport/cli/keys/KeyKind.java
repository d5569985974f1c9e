package org.sallyport.cli.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Optional;

/** What a key is made for, by the names of RFC 7518 §3.1 and RFC 8037 §3.1. */
enum KeyKind {
  RS256,
  RS384,
  RS512,
  PS256,
  PS384,
  PS512,
  ES256("secp256r1"),
  ES384("secp384r1"),
  ES512("secp521r1"),
  EdDSA(NamedParameterSpec.ED25519);

  /** Bits of an RSA key, unless others are asked for. */
  static final int BITS = 2048;

  private final String type;
  private final Optional<AlgorithmParameterSpec> curve;

  KeyKind() {
    this.type = "RSA";
    this.curve = Optional.empty();
  }

  KeyKind(String curve) {
    this.type = "EC";
    this.curve = Optional.of(new ECGenParameterSpec(curve));
  }

  KeyKind(AlgorithmParameterSpec curve) {
    this.type = "Ed25519";
    this.curve = Optional.of(curve);
  }

  boolean hasSize() {
    return curve.isEmpty();
  }

  /** Whether a Sallyport server can sign with it. */
  boolean signsHere() {
    return this == ES256 || this == EdDSA || hasSize();
  }

  KeyPair generate(int bits) {
    try {
      var generator = KeyPairGenerator.getInstance(type);
      generator.initialize(
          curve.orElseGet(() -> new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4)));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make a key for " + this, e);
    }
  }
}
