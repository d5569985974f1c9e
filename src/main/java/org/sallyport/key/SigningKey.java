package org.sallyport.key;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Collections;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A key that signs, or only verifies where its private part is null; its id is the thumbprint of
 * RFC 7638 §3.
 */
public record SigningKey(
    String kid,
    Algorithm algorithm,
    PrivateKey privateKey,
    PublicKey publicKey,
    Map<String, Object> jwk) {

  static SigningKey of(Algorithm algorithm, PrivateKey privateKey, PublicKey publicKey) {
    try {
      var jwk = PublicJsonWebKey.Factory.newPublicJwk(publicKey);
      var kid = jwk.calculateBase64urlEncodedThumbprint("SHA-256");
      jwk.setKeyId(kid);
      jwk.setUse("sig");
      jwk.setAlgorithm(algorithm.jwa());
      var members = jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
      // In the library's order, so that every node publishes the same bytes.
      var ordered = Collections.unmodifiableMap(members);
      return new SigningKey(kid, algorithm, privateKey, publicKey, ordered);
    } catch (JoseException e) {
      throw new IllegalStateException("the key has no JWK form", e);
    }
  }

  /** The public part as PEM text. */
  public String pem() {
    return Pem.write(publicKey);
  }

  boolean canSign() {
    return privateKey != null;
  }

  /** The same key as objects of another provider. */
  SigningKey as(PrivateKey otherPrivate, PublicKey otherPublic) {
    return new SigningKey(kid, algorithm, otherPrivate, otherPublic, jwk);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return algorithm.jwa() + " " + kid;
  }
}
