package org.sallyport.testing;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Set;

/** Verifies access tokens as a resource server does, by the JWKS, with another library. */
public final class Jwts {

  private static final Set<String> CLAIMS =
      Set.of("iss", "sub", "aud", "exp", "iat", "jti", "client_id", "scope");

  /** What precedes the 32 bytes of an Ed25519 key in its X.509 form, RFC 8410 §4. */
  private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

  private Jwts() {}

  /** The keys that the server publishes. */
  public static JWKSet keys(Server server) {
    try {
      return JWKSet.load(URI.create(server.issuer() + "/.well-known/jwks.json").toURL());
    } catch (IOException | ParseException e) {
      throw new AssertionError("the keys can't be read", e);
    }
  }

  /** The claims of an access token; fails unless it is signed so, and an `at+jwt` of the server. */
  public static JWTClaimsSet verify(Server server, String token, JWSAlgorithm algorithm) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    var claims = new JWTClaimsSet.Builder().issuer(server.issuer().toString()).build();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(claims, CLAIMS));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(algorithm, new ImmutableJWKSet<>(keys(server))));
    try {
      return processor.process(token, null);
    } catch (ParseException | com.nimbusds.jose.JOSEException | BadJOSEException e) {
      throw new AssertionError("no good token: " + token, e);
    }
  }

  /** The same for an EdDSA token, with the JDK's own signature. */
  public static JWTClaimsSet verifyEd25519(Server server, String token) {
    try {
      var jwt = SignedJWT.parse(token);
      var signature = Signature.getInstance("Ed25519");
      var key = HexFormat.of().formatHex(ED25519) + hex(ed25519(server, jwt.getHeader()));
      var encoded = new X509EncodedKeySpec(HexFormat.of().parseHex(key));
      signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(encoded));
      signature.update(jwt.getSigningInput());
      if (!signature.verify(jwt.getSignature().decode())) {
        throw new AssertionError("the signature is wrong: " + token);
      }
      return jwt.getJWTClaimsSet();
    } catch (ParseException | GeneralSecurityException e) {
      throw new AssertionError("no good token: " + token, e);
    }
  }

  private static OctetKeyPair ed25519(Server server, JWSHeader header) {
    return keys(server).getKeyByKeyId(header.getKeyID()).toOctetKeyPair();
  }

  private static String hex(OctetKeyPair key) {
    return HexFormat.of().formatHex(key.getDecodedX());
  }
}
