package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Jwts;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** What a client may choose of its tokens: format, algorithm, resources, and whose it may see. */
class TokenFormatIT {

  private static final Server SERVER = Server.shared();
  private static final Administration ADMINISTRATION = new Administration(SERVER);
  private static final String[] MACHINE = {
    "type",
    "confidential",
    "grant_types",
    "client_credentials",
    "redirect_uris",
    "",
    "scopes",
    "read"
  };

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256"})
  void aTokenOfTheClientsAlgorithmVerifiesByThePublishedKeys(String algorithm) {
    var token = token(machine("Signs with " + algorithm, "signing_algorithm", algorithm));
    Jwts.verify(SERVER, token, JWSAlgorithm.parse(algorithm));
  }

  @Test
  void anEdDsaTokenVerifiesByThePublishedKeys() throws Exception {
    var token = token(machine("Signs with EdDSA", "signing_algorithm", "EdDSA"));
    var jwt = SignedJWT.parse(token);
    assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.EdDSA);
    assertThat(jwt.getHeader().getType().getType()).isEqualTo("at+jwt");
    var claims = Jwts.verifyEd25519(SERVER, token);
    assertThat(claims.getIssuer()).isEqualTo(SERVER.issuer().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
  void S13_aTokenWithAnyByteOfItsSignatureChangedIsInactive(String algorithm) {
    var app = machine("Forged " + algorithm, "signing_algorithm", algorithm);
    var token = token(app);
    assertThat(isActive(app, token)).isTrue();
    for (var i = token.lastIndexOf('.') + 1; i < token.length(); i++) {
      assertThat(isActive(app, RefreshIT.changed(token, i))).isFalse();
    }
  }

  @Test
  void anOpaqueTokenIs64CharactersAndDiesWhenRevoked() {
    var app = machine("Opaque machine", "token_format", "opaque");
    var token = token(app);
    assertThat(token).matches("[0-9A-Za-z]{64}");
    assertThat(isActive(app, token)).isTrue();
    for (var i = 0; i < token.length(); i++) {
      assertThat(isActive(app, RefreshIT.changed(token, i))).isFalse();
    }
    assertThat(app.post(SERVER, "/revoke", "token", token).status()).isEqualTo(200);
    assertThat(isActive(app, token)).isFalse();
  }

  @Test
  void S08_aReplayedCodeEndsAnOpaqueTokenToo() {
    var app =
        ADMINISTRATION.register(
            App.WEB.redirectUri(),
            "name",
            "Opaque web",
            "type",
            "public",
            "grant_types",
            "authorization_code",
            "grant_types",
            "refresh_token",
            "redirect_uris",
            App.WEB.redirectUri(),
            "scopes",
            "read",
            "token_format",
            "opaque");
    var flow = app.flow(SERVER);
    var code = flow.code(Person.of(SERVER, "alice"));
    var token = flow.tokens(code).getAccessToken().getValue();
    assertThat(isActive(App.API, token)).isTrue();
    assertThat(flow.redeem(code).error()).isEqualTo("invalid_grant");
    assertThat(isActive(App.API, token)).isFalse();
  }

  @Test
  void aRegisteredResourceBecomesTheAudienceAndAnotherIsRefused() throws Exception {
    var app = machine("Two resources", "resources", "https://a.example/ https://b.example/x");
    var both =
        app.post(
            SERVER,
            "/token",
            "grant_type",
            "client_credentials",
            "resource",
            "https://a.example/",
            "resource",
            "https://b.example/x");
    var claims = Jwts.verify(SERVER, both.text("access_token"), JWSAlgorithm.RS256);
    assertThat(claims.getAudience()).containsExactly("https://a.example/", "https://b.example/x");
    var other = new String[] {"grant_type", "client_credentials", "resource", "https://a.example"};
    TokenErrorsIT.assertError(app.post(SERVER, "/token", other), "invalid_target");
  }

  @Test
  void whoMayIntrospectSeesTheTokensOfOthers() {
    var sees = machine("May look", "may_introspect", "on");
    var doesNot = machine("May not look");
    var token = token(App.MACHINE);
    assertThat(isActive(sees, token)).isTrue();
    assertThat(isActive(doesNot, token)).isFalse();
  }

  private static App machine(String name, String... more) {
    var fields = Stream.of(new String[] {"name", name}, MACHINE, more).flatMap(Stream::of);
    return ADMINISTRATION.register("", fields.toArray(String[]::new));
  }

  private static String token(App app) {
    var answer = app.post(SERVER, "/token", "grant_type", "client_credentials");
    assertThat(answer.status()).isEqualTo(200);
    return answer.text("access_token");
  }

  private static boolean isActive(App app, String token) {
    return app.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }
}
