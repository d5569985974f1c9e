package org.sallyport.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwx.Headers;
import org.jose4j.lang.JoseException;
import org.sallyport.client.ResponseProfile;
import org.sallyport.config.KeySettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.key.Algorithm;
import org.sallyport.key.Signatures;
import org.sallyport.key.SigningKey;
import org.sallyport.key.SigningKeys;
import org.sallyport.oauth.Randomness;

/** Access tokens as JWTs, RFC 9068 §2: signed, and written nowhere. */
@ApplicationScoped
public class JwtFormat implements TokenFormat {

  /** RFC 9068 §2.1. */
  static final String TYPE = "at+jwt";

  /** The grant that a token comes from. */
  static final String GRANT = "gid";

  /** What this server writes, or reads back as its own. */
  private static final Set<String> OUR_OWN = Set.of("auth_time", "cnf", "act", "nbf", GRANT);

  private SigningKeys keys;
  private ServerSettings server;
  private KeySettings settings;
  private Signatures signatures;
  private List<ClaimsContributor> contributors;

  /** By the key's id: a key writes the same into each of its tokens, and encodes it once. */
  private final Map<String, Headers> headers = new ConcurrentHashMap<>();

  protected JwtFormat() {}

  @Inject
  public JwtFormat(
      SigningKeys keys,
      ServerSettings server,
      KeySettings settings,
      Signatures signatures,
      @Any Instance<ClaimsContributor> contributors) {
    this.keys = keys;
    this.server = server;
    this.settings = settings;
    this.signatures = signatures;
    this.contributors = contributors.stream().toList();
  }

  @Override
  public String name() {
    return "jwt";
  }

  @Override
  public String mint(Entitlement entitlement, Instant issuedAt, Instant expiresAt) {
    var client = entitlement.client();
    var algorithm = Algorithm.of(client.signingAlgorithm().orElse(settings.algorithm()));
    return sign(claims(entitlement, issuedAt, expiresAt), algorithm);
  }

  private JwtClaims claims(Entitlement entitlement, Instant issuedAt, Instant expiresAt) {
    var claims = new JwtClaims();
    claims.setIssuer(server.issuer());
    claims.setSubject(entitlement.subject());
    claims.setAudience(entitlement.audiences());
    claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
    claims.setJwtId(Randomness.name());
    claims.setStringClaim("client_id", entitlement.client().id());
    claims.setStringClaim("scope", entitlement.scopes().toString());
    if (entitlement.client().answersAs(ResponseProfile.LEAGUE)) {
      claims.setStringListClaim("scopes", List.copyOf(entitlement.scopes().names()));
    }
    entitlement
        .grant()
        .ifPresent(
            state -> {
              claims.setStringClaim(GRANT, state.grant().id().toString());
              claims.setClaim("auth_time", state.grant().loggedInAt().getEpochSecond());
            });
    for (var contributor : contributors) {
      add(contributor.claims(entitlement), claims);
    }
    return claims;
  }

  /** An extension that changes what the token is for is a mistake that must not go unseen. */
  private static void add(Map<String, Object> more, JwtClaims claims) {
    more.forEach(
        (name, value) -> {
          if (OUR_OWN.contains(name) || claims.hasClaim(name)) {
            throw new IllegalStateException("an extension may not write the claim " + name);
          }
          claims.setClaim(name, value);
        });
  }

  private String sign(JwtClaims claims, Algorithm algorithm) {
    var key = keys.active(algorithm);
    var jws = new Jws(headers.computeIfAbsent(key.kid(), kid -> headers(key)));
    jws.setProviderContext(signatures.context());
    jws.setKey(key.privateKey());
    jws.setPayload(claims.toJson());
    // The key was checked when it was loaded.
    jws.setDoKeyValidation(false);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("the token cannot be signed", e);
    }
  }

  private static Headers headers(SigningKey key) {
    var headers = new Headers();
    headers.setStringHeaderValue("alg", key.algorithm().jwa());
    headers.setStringHeaderValue("kid", key.kid());
    headers.setStringHeaderValue("typ", TYPE);
    return headers;
  }

  /** Its parent encodes the payload twice, and whatever it encodes in 8 KB of memory. */
  private static final class Jws extends JsonWebSignature {

    private String payload;

    private Jws(Headers headers) {
      this.headers = headers;
    }

    @Override
    public String getEncodedPayload() {
      if (payload == null) {
        payload = encoded(getUnverifiedPayloadBytes());
      }
      return payload;
    }

    @Override
    public String getEncodedSignature() {
      return encoded(getSignature());
    }

    private static String encoded(byte[] bytes) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }
}
