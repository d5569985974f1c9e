package org.sallyport.bench;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.sallyport.testing.Server;

/** Looks at the tokens that a run has been given, with another library than the server's. */
record TokenCheck(Server server) {

  private static final int SAMPLE = 50;

  /**
   * All have an id of their own, and each fiftieth a good signature.
   *
   * @throws IllegalStateException when not
   */
  long check(Path file) {
    if (!Files.exists(file)) {
      return 0;
    }
    try (var lines = Files.lines(file)) {
      var keys = JWKSet.load(server.address().resolve("/.well-known/jwks.json").toURL());
      var ids = new HashSet<String>();
      var count = 0L;
      for (var iterator = lines.iterator(); iterator.hasNext(); count++) {
        var jwt = SignedJWT.parse(iterator.next());
        if (!ids.add(jwt.getJWTClaimsSet().getJWTID())) {
          throw new IllegalStateException("two tokens have one jti");
        } else if (count % SAMPLE == 0 && !jwt.verify(verifier(jwt, keys))) {
          throw new IllegalStateException("a signature is wrong");
        }
      }
      return count;
    } catch (IOException | java.text.ParseException | com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException("a token cannot be read", e);
    }
  }

  private static JWSVerifier verifier(SignedJWT jwt, JWKSet keys)
      throws com.nimbusds.jose.JOSEException {
    var key = (AsymmetricJWK) keys.getKeyByKeyId(jwt.getHeader().getKeyID());
    return new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), key.toPublicKey());
  }
}
