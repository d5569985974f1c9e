package org.sallyport.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.sallyport.config.ServerSettings;
import org.sallyport.key.Signatures;
import org.sallyport.key.SigningKey;
import org.sallyport.key.SigningKeys;
import org.sallyport.oauth.CanonicalBase64;
import org.sallyport.oauth.Scopes;

/** Reads our own JWTs back, RFC 9068 §4: the key fixes the algorithm, the header only names it. */
@ApplicationScoped
public class JwtReader {

  private SigningKeys keys;
  private ServerSettings server;
  private Signatures signatures;

  protected JwtReader() {}

  @Inject
  public JwtReader(SigningKeys keys, ServerSettings server, Signatures signatures) {
    this.keys = keys;
    this.server = server;
    this.signatures = signatures;
  }

  /** What a token says, whether expired or not; empty when we did not sign it. */
  public Optional<AccessToken> read(String token) {
    try {
      var jws = new JsonWebSignature();
      jws.setCompactSerialization(token);
      var key = Optional.ofNullable(jws.getKeyIdHeaderValue()).flatMap(keys::find);
      if (key.isEmpty() || !isOurs(jws, key.get(), token)) {
        return Optional.empty();
      }
      return content(JwtClaims.parse(jws.getPayload()));
    } catch (JoseException | InvalidJwtException | MalformedClaimException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(JsonWebSignature jws, SigningKey key, String token) throws JoseException {
    jws.setProviderContext(signatures.context());
    jws.setAlgorithmConstraints(
        new AlgorithmConstraints(ConstraintType.PERMIT, key.algorithm().jwa()));
    jws.setKey(key.publicKey());
    jws.setDoKeyValidation(false);
    return JwtFormat.TYPE.equals(jws.getHeader("typ"))
        && jws.verifySignature()
        && CanonicalBase64.isCanonical(token);
  }

  private Optional<AccessToken> content(JwtClaims claims) throws MalformedClaimException {
    if (!server.issuer().equals(claims.getIssuer())) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessToken(
            claims.getJwtId(),
            claims.getStringClaimValue(JwtFormat.GRANT),
            claims.getStringClaimValue("client_id"),
            claims.getSubject(),
            Scopes.parse(claims.getStringClaimValue("scope")),
            claims.getAudience(),
            Instant.ofEpochSecond(claims.getIssuedAt().getValue()),
            Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
  }
}
