package org.sallyport.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.testing.TestSettings.HTTPS;

import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.client.TestClients;
import org.sallyport.key.Algorithm;
import org.sallyport.key.Signatures;
import org.sallyport.key.SigningKey;
import org.sallyport.key.TestKeys;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Beans;
import org.sallyport.testing.TestSettings;

class JwtReaderTest {

  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");
  private static final TestKeys KEYS = new TestKeys();

  private static final Signatures SIGNATURES =
      new Signatures(TestSettings.keys("an encryption key of 32 bytes or more", "RS256"));

  private final JwtReader reader = new JwtReader(KEYS, TestSettings.server(HTTPS), SIGNATURES);
  private final SigningKey rsa = KEYS.active(Algorithm.RS256);

  @ParameterizedTest
  @EnumSource
  void whatWeSignWeReadBack(Algorithm algorithm) {
    var format = format(HTTPS, algorithm);
    var entitlement =
        Entitlement.ofClient(
            TestClients.with("app", List.of()), Scopes.of("read"), List.of("https://api.example"));
    var read = reader.read(format.mint(entitlement, NOW, NOW.plus(Duration.ofHours(1))));

    assertThat(read)
        .get()
        .returns("app", AccessToken::clientId)
        .returns("app", AccessToken::subject)
        .returns(null, AccessToken::grantId)
        .returns(Scopes.of("read"), AccessToken::scopes)
        .returns(List.of("https://api.example"), AccessToken::audiences)
        .returns(NOW, AccessToken::issuedAt)
        .returns(NOW.plus(Duration.ofHours(1)), AccessToken::expiresAt);
  }

  @Test
  void everyTokenHasItsOwnId() {
    assertThat(reader.read(minted()).orElseThrow().jti())
        .isNotEqualTo(reader.read(minted()).orElseThrow().jti());
  }

  @Test
  void aTokenWithAnyCharacterChangedIsRefused() {
    var token = minted();
    for (var i = 0; i < token.length(); i++) {
      // Two others: the last character of a part has bits that mean nothing.
      for (var other : new char[] {next(token.charAt(i)), token.charAt(i) == 'A' ? 'Q' : 'A'}) {
        assertThat(reader.read(token.substring(0, i) + other + token.substring(i + 1))).isEmpty();
      }
    }
  }

  private static char next(char c) {
    var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return alphabet.charAt((alphabet.indexOf(c) + 1) % alphabet.length());
  }

  @Test
  void S13_aTokenWithoutASignatureIsRefused() {
    for (var name : List.of("none", "NONE", "None", "")) {
      var header = "{\"alg\":\"" + name + "\",\"typ\":\"at+jwt\",\"kid\":\"" + rsa.kid() + "\"}";
      var unsigned = encode(header) + "." + minted().split("\\.")[1] + ".";

      assertThat(reader.read(unsigned)).isEmpty();
      assertThat(reader.read(unsigned + minted().split("\\.")[2])).isEmpty();
    }
  }

  @Test
  void S13_aPublicKeyIsNoSharedSecret() throws JoseException {
    var secret = new HmacKey(rsa.publicKey().getEncoded());

    assertThat(reader.read(signed(Map.of("alg", "HS256"), claims(), secret))).isEmpty();
  }

  @Test
  void S13_anotherAlgorithmOfTheSameKeyTypeIsRefused() throws JoseException {
    for (var algorithm : List.of("RS384", "RS512", "PS256")) {
      var token = signed(Map.of("alg", algorithm), claims(), rsa.privateKey());

      assertThat(reader.read(token)).isEmpty();
    }
  }

  @Test
  void S13_aKeyOfAnotherTypeThanItsNameIsRefused() throws JoseException {
    var ec = KEYS.active(Algorithm.ES256);
    var token = signed(Map.of("alg", "ES256", "kid", rsa.kid()), claims(), ec.privateKey());

    assertThat(reader.read(token)).isEmpty();
  }

  @Test
  void S13_aForeignKeyIsIgnoredWhereverTheHeaderPutsIt() throws JoseException {
    var foreign = new TestKeys().active(Algorithm.RS256);
    for (var header :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("jwk", foreign.jwk()),
            Map.of("jwk", foreign.jwk(), "kid", foreign.kid()),
            Map.of("jku", "https://evil.example/jwks.json", "kid", foreign.kid()),
            Map.of("x5u", "https://evil.example/cert.pem"),
            Map.of("kid", "../../dev/null"),
            Map.of("kid", "' OR 1=1 --"))) {
      assertThat(reader.read(signed(header, claims(), foreign.privateKey()))).isEmpty();
    }
  }

  @Test
  void aTokenWithoutAKeyIdIsRefused() throws JoseException {
    var jws = new JsonWebSignature();
    jws.setHeader("typ", "at+jwt");
    jws.setAlgorithmHeaderValue("RS256");
    jws.setKey(rsa.privateKey());
    jws.setPayload(claims());

    assertThat(reader.read(jws.getCompactSerialization())).isEmpty();
  }

  @Test
  void anotherKindOfTokenThatWeSignIsRefused() throws JoseException {
    assertThat(reader.read(signed(Map.of(), claims(), rsa.privateKey()))).isPresent();
    for (var type : List.of("JWT", "logout+jwt", "AT+JWT", "application/at+jwt", "")) {
      assertThat(reader.read(signed(Map.of("typ", type), claims(), rsa.privateKey()))).isEmpty();
    }
  }

  @Test
  void anotherIssuersTokenIsRefused() {
    var entitlement =
        Entitlement.ofClient(TestClients.with("app", List.of()), Scopes.of("read"), List.of("x"));
    var token =
        format("https://id.example.org.evil.example", Algorithm.RS256)
            .mint(entitlement, NOW, NOW.plusSeconds(60));

    assertThat(reader.read(token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a.b.c",
        "a.b.c.d.e",
        "{}.{}.{}",
        "eyJhbGciOiJub25lIn0..",
        "ä.ö.ü",
        "\u0000"
      })
  void whatIsNoTokenIsRefused(String text) {
    assertThat(reader.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "\"text\"", "{", "{\"iss\":5}", "{\"iss\":\"https://id.example.org\"}"})
  void aSignedTextWithoutOurClaimsIsRefused(String payload) throws JoseException {
    assertThat(reader.read(signed(Map.of(), payload, rsa.privateKey()))).isEmpty();
  }

  private static JwtFormat format(String issuer, Algorithm algorithm) {
    var keys = TestSettings.keys("an encryption key of 32 bytes or more", algorithm.jwa());
    return new JwtFormat(KEYS, TestSettings.server(issuer), keys, SIGNATURES, Beans.of());
  }

  @Test
  void anExtensionAddsClaimsButWritesNoneOfOurs() throws Exception {
    assertThat(claims(Map.of("tenant", "a")).getClaimValueAsString("tenant")).isEqualTo("a");
    for (var ours : List.of("sub", "iss", "aud", "client_id", "scope", "jti", "gid", "cnf")) {
      assertThatThrownBy(() -> claims(Map.of(ours, "forged")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(ours);
    }
  }

  private static JwtClaims claims(Map<String, Object> more) throws Exception {
    var keys = TestSettings.keys("k".repeat(32), "RS256");
    ClaimsContributor extension = entitlement -> more;
    var server = TestSettings.server(HTTPS);
    var format = new JwtFormat(KEYS, server, keys, SIGNATURES, Beans.of(extension));
    var entitlement =
        Entitlement.ofClient(TestClients.with("app", List.of()), Scopes.of("read"), List.of("x"));
    var payload = format.mint(entitlement, NOW, NOW.plusSeconds(60)).split("\\.")[1];
    return JwtClaims.parse(new String(Base64.getUrlDecoder().decode(payload), UTF_8));
  }

  private static String minted() {
    var entitlement =
        Entitlement.ofClient(TestClients.with("app", List.of()), Scopes.of("read"), List.of("x"));
    return format(HTTPS, Algorithm.RS256).mint(entitlement, NOW, NOW.plusSeconds(60));
  }

  private static String claims() {
    return Json.object()
        .add("iss", HTTPS)
        .add("sub", "app")
        .add("aud", "x")
        .add("client_id", "app")
        .add("scope", "read")
        .add("jti", "1")
        .add("iat", NOW.getEpochSecond())
        .add("exp", NOW.getEpochSecond() + 60)
        .build()
        .toString();
  }

  /** A token under our RSA key's name, but for what the header says. */
  private String signed(Map<String, Object> header, String payload, Key key) throws JoseException {
    var jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    jws.setDoKeyValidation(false);
    jws.setHeader("typ", "at+jwt");
    jws.setAlgorithmHeaderValue("RS256");
    jws.setKeyIdHeaderValue(rsa.kid());
    header.forEach((name, value) -> jws.getHeaders().setObjectHeaderValue(name, value));
    jws.setPayload(payload);
    jws.setKey(key);
    return jws.getCompactSerialization();
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
