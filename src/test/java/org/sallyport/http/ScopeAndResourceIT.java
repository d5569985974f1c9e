package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Jwts;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** What a token is for: client credentials, scopes (RFC 6749 §3.3) and resources (RFC 8707). */
class ScopeAndResourceIT {

  private static final Server SERVER = Server.shared();
  private static final Person ALICE = Person.of(SERVER, "alice");

  @Test
  void aMachineGetsATokenForItselfAndNoRefreshToken() throws Exception {
    var answer = App.MACHINE.ask(SERVER, new ClientCredentialsGrant());
    var tokens = answer.toSuccessResponse().getTokens();
    assertThat(tokens.getRefreshToken()).isNull();
    var claims = Jwts.verify(SERVER, tokens.getAccessToken().getValue(), JWSAlgorithm.RS256);
    assertThat(claims.getSubject()).isEqualTo("demo-machine");
    assertThat(claims.getStringClaim("client_id")).isEqualTo("demo-machine");
    assertThat(claims.getStringClaim("scope")).isEqualTo("read");
    assertThat(claims.getAudience()).containsExactly(SERVER.issuer().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "read write", "unknown", "read\"", "READ", "re\\ad"})
  void aMachineGetsNoScopeBeyondItsOwn(String scope) {
    var answer =
        App.MACHINE.post(SERVER, "/token", "grant_type", "client_credentials", "scope", scope);
    TokenErrorsIT.assertError(answer, "invalid_scope");
  }

  @Test
  void whoAsksForNoScopeGetsTheDefault() {
    var flow = App.WEB.flow(SERVER);
    assertThat(flow.redeem(flow.code(ALICE)).text("scope")).isEqualTo("read");
    var empty = App.WEB.flow(SERVER).with("scope", "");
    assertThat(empty.redeem(empty.code(ALICE)).text("scope")).isEqualTo("read");
  }

  @Test
  void whoAsksForAScopeGetsThatAndNoOther() {
    var flow = App.WEB.flow(SERVER).with("scope", "write");
    assertThat(flow.redeem(flow.code(ALICE)).text("scope")).isEqualTo("write");
  }

  @Test
  void aRefreshMayNarrowTheScopeAndWidenItAgain() {
    var flow = App.WEB.flow(SERVER).with("scope", "read write");
    var first = flow.redeem(flow.code(ALICE));
    var narrow = refresh(first.text("refresh_token"), "scope", "read");
    assertThat(narrow.text("scope")).isEqualTo("read");
    var wide = refresh(narrow.text("refresh_token"));
    assertThat(wide.text("scope")).isEqualTo("read write");
  }

  @Test
  void aRefreshNeverWidensTheGrant() {
    var flow = App.WEB.flow(SERVER).with("scope", "read");
    var token = flow.redeem(flow.code(ALICE)).text("refresh_token");
    TokenErrorsIT.assertError(refresh(token, "scope", "read write"), "invalid_scope");
    assertThat(refresh(token).status()).isEqualTo(200);
  }

  @Test
  void theServerItselfMayBeNamedAsTheResource() throws Exception {
    var issuer = SERVER.issuer().toString();
    var answer =
        App.MACHINE.post(
            SERVER,
            "/token",
            "grant_type",
            "client_credentials",
            "resource",
            issuer,
            "resource",
            issuer);
    var claims = Jwts.verify(SERVER, answer.text("access_token"), JWSAlgorithm.RS256);
    assertThat(claims.getAudience()).containsExactly(issuer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.example.org", "relative", "urn:x", "https://a#f"})
  void anotherResourceIsAnInvalidTarget(String resource) {
    var answer =
        App.MACHINE.post(
            SERVER, "/token", "grant_type", "client_credentials", "resource", resource);
    TokenErrorsIT.assertError(answer, "invalid_target");
    var slash =
        App.MACHINE.post(
            SERVER,
            "/token",
            "grant_type",
            "client_credentials",
            "resource",
            SERVER.issuer().toString(),
            "resource",
            resource);
    TokenErrorsIT.assertError(slash, "invalid_target");
  }

  @Test
  void aRefusedResourceDoesNotEndTheGrant() {
    var flow = App.WEB.flow(SERVER);
    var token = flow.redeem(flow.code(ALICE)).text("refresh_token");
    TokenErrorsIT.assertError(refresh(token, "resource", "https://a.example"), "invalid_target");
    assertThat(refresh(token).status()).isEqualTo(200);
  }

  private static Answer refresh(String token, String... more) {
    var pairs = new String[4 + more.length];
    System.arraycopy(
        new String[] {"grant_type", "refresh_token", "refresh_token", token}, 0, pairs, 0, 4);
    System.arraycopy(more, 0, pairs, 4, more.length);
    return App.WEB.post(SERVER, "/token", pairs);
  }
}
