package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.App;
import org.sallyport.testing.Jwts;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Who may see what of a token, RFC 7662. */
class IntrospectionIT {

  private static final Server SERVER = Server.shared();
  private static final Person ALICE = Person.of(SERVER, "alice");
  private static final String INACTIVE = "{\"active\":false}";

  @Test
  void aResourceServerSeesWhoseTokenItIs() throws Exception {
    var answer = ask(App.API, App.WEB.flow(SERVER).tokens(ALICE).getAccessToken());
    assertThat(answer.isActive()).isTrue();
    assertThat(answer.getUsername()).isEqualTo("alice");
    assertThat(answer.getClientID().getValue()).isEqualTo("demo-web");
    assertThat(answer.getScope().toString()).isEqualTo("read");
    assertThat(answer.getIssuer().getValue()).isEqualTo(SERVER.issuer().toString());
    assertThat(answer.getAudience().get(0).getValue()).isEqualTo(SERVER.issuer().toString());
    assertThat(answer.getTokenType().getValue()).isEqualTo("Bearer");
    assertThat(answer.getJWTID()).isNotNull();
    assertThat(answer.getExpirationTime()).isAfter(answer.getIssueTime());
    assertThat(answer.getSubject().getValue()).isNotEqualTo("alice");
  }

  @Test
  void aTokenOfAMachineHasNoUsername() throws Exception {
    var tokens = App.MACHINE.ask(SERVER, new ClientCredentialsGrant()).toSuccessResponse();
    var answer = ask(App.API, tokens.getTokens().getAccessToken());
    assertThat(answer.isActive()).isTrue();
    assertThat(answer.getUsername()).isNull();
    assertThat(answer.getSubject().getValue()).isEqualTo("demo-machine");
  }

  @Test
  void aClientSeesItsOwnTokensAndNobodyElses() {
    var tokens = App.WEB.flow(SERVER).tokens(ALICE);
    for (var token : both(tokens)) {
      assertThat(introspect(App.WEB, token)).contains("\"active\":true");
      assertThat(introspect(App.MACHINE, token)).isEqualTo(INACTIVE);
      assertThat(introspect(App.API, token)).contains("\"active\":true");
    }
  }

  @Test
  void aRefreshTokenIsDescribedUntilItsSuccessorExists() {
    var flow = App.WEB.flow(SERVER).with("scope", "read write");
    var token = flow.tokens(ALICE).getRefreshToken().getValue();
    var answer = App.API.post(SERVER, "/introspect", "token", token).json();
    assertThat(answer.getString("username")).isEqualTo("alice");
    assertThat(answer.getString("scope")).isEqualTo("read write");
    App.WEB.post(SERVER, "/token", "grant_type", "refresh_token", "refresh_token", token);
    assertThat(introspect(App.API, token)).isEqualTo(INACTIVE);
  }

  @Test
  void aPublicClientMayNotIntrospect() {
    var token = App.SPA.flow(SERVER).tokens(ALICE).getAccessToken().getValue();
    var answer = App.SPA.post(SERVER, "/introspect", "token", token);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.error()).isEqualTo("invalid_client");
  }

  @Test
  void withoutATokenTheRequestIsInvalid() {
    TokenErrorsIT.assertError(App.API.post(SERVER, "/introspect"), "invalid_request");
    var twice = App.API.post(SERVER, "/introspect", "token", "a", "token", "b");
    TokenErrorsIT.assertError(twice, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "..", "....", "e30.e30.", "eyJhbGciOiJub25lIn0.e30."})
  void whatIsNoTokenIsInactive(String token) {
    assertThat(introspect(App.API, token)).isEqualTo(INACTIVE);
    assertThat(introspect(App.API, token.repeat(2000))).isEqualTo(INACTIVE);
  }

  @Test
  void S25_aTokenWithAnyCharacterChangedIsInactive() {
    var token = App.WEB.flow(SERVER).tokens(ALICE).getAccessToken().getValue();
    for (var i = 0; i < token.length(); i++) {
      var forged = RefreshIT.changed(token, i);
      assertThat(introspect(App.API, forged)).as("character " + i).isEqualTo(INACTIVE);
    }
    assertThat(introspect(App.API, token)).contains("\"active\":true");
  }

  /** Base64url leaves bits of a last character unused: such a twin decodes to the same bytes. */
  @Test
  void S25_aTokenWhoseSignatureIsWrittenInAnotherWayIsInactive() {
    var token = App.WEB.flow(SERVER).tokens(ALICE).getAccessToken().getValue();
    var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (var last : alphabet.split("")) {
      var twin = token.substring(0, token.length() - 1) + last;
      if (!twin.equals(token)) {
        assertThat(introspect(App.API, twin)).isEqualTo(INACTIVE);
      }
    }
    assertThat(introspect(App.API, token + "=")).isEqualTo(INACTIVE);
    assertThat(introspect(App.API, token + ".")).isEqualTo(INACTIVE);
    assertThat(introspect(App.API, token + "\n")).isEqualTo(INACTIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"typ\":\"at+jwt\",\"alg\":\"none\",\"kid\":\"KID\"}",
        "{\"typ\":\"at+jwt\",\"alg\":\"HS256\",\"kid\":\"KID\"}",
        "{\"typ\":\"at+jwt\",\"alg\":\"ES256\",\"kid\":\"KID\"}",
        "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"KID\"}",
        "{\"typ\":\"at+jwt\",\"alg\":\"RS256\"}"
      })
  void S13_anotherHeaderIsInactive(String header) {
    var parts = App.WEB.flow(SERVER).tokens(ALICE).getAccessToken().getValue().split("\\.");
    var kid = Jwts.keys(SERVER).getKeys().get(0).getKeyID();
    var text = header.replace("KID", kid).getBytes(StandardCharsets.UTF_8);
    var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(text) + "." + parts[1];
    assertThat(introspect(App.API, forged + ".")).isEqualTo(INACTIVE);
    assertThat(introspect(App.API, forged + "." + parts[2])).isEqualTo(INACTIVE);
  }

  private static TokenIntrospectionSuccessResponse ask(App app, AccessToken token)
      throws Exception {
    var secret = new Secret(app.secret().get());
    var request =
        new TokenIntrospectionRequest(
            URI.create(SERVER.issuer() + "/introspect"),
            new ClientSecretBasic(new ClientID(app.id()), secret),
            token);
    var answer = TokenIntrospectionResponse.parse(request.toHTTPRequest().send());
    return answer.toSuccessResponse();
  }

  private static String introspect(App app, String token) {
    var answer = app.post(SERVER, "/introspect", "token", token);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    return answer.body();
  }

  private static String[] both(Tokens tokens) {
    return new String[] {tokens.getAccessToken().getValue(), tokens.getRefreshToken().getValue()};
  }
}
