package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Jwts;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** An application logs a person in, RFC 6749 §4.1: the good way and its everyday accidents. */
class CodeFlowIT {

  private static final Server SERVER = Server.shared();
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  static List<App> apps() {
    return List.of(App.WEB, App.SPA);
  }

  private final Person alice = Person.of(SERVER, "alice");

  @ParameterizedTest
  @MethodSource("apps")
  void aPersonLogsInAllowsAndTheApplicationHasATokenThatVerifies(App app) {
    var flow = app.flow(SERVER).with("scope", "read write").with("prompt", "consent");
    var login = alice.open(flow.address());
    assertThat(login.has("username")).isTrue();
    var consent = alice.logIn(login);
    assertThat(consent.has("allow")).isTrue();
    var code = flow.code(alice.press(consent, "allow"));
    assertThat(code).matches("[0-9A-Za-z]{64}");
    var tokens = flow.tokens(code);
    var claims = Jwts.verify(SERVER, tokens.getAccessToken().getValue(), JWSAlgorithm.RS256);
    assertThat(claims.getIssuer()).isEqualTo(SERVER.issuer().toString());
    assertThat(claims.getAudience()).containsExactly(SERVER.issuer().toString());
    assertThat(claims.getClaim("client_id")).isEqualTo(app.id());
    assertThat(claims.getClaim("scope")).isEqualTo("read write");
    assertThat(claims.getSubject()).matches(UUID);
    assertThat(tokens.getAccessToken().getLifetime()).isEqualTo(3600);
    assertThat(tokens.getAccessToken().getScope().toString()).isEqualTo("read write");
  }

  @Test
  void everyTokenHasAnIdOfItsOwn() throws Exception {
    var tokens = App.WEB.flow(SERVER).tokens(alice);
    var ids = new HashSet<String>();
    for (var i = 0; i < 5; i++) {
      var claims = Jwts.verify(SERVER, tokens.getAccessToken().getValue(), JWSAlgorithm.RS256);
      assertThat(ids.add(claims.getJWTID())).isTrue();
      var next = App.WEB.ask(SERVER, new RefreshTokenGrant(tokens.getRefreshToken()));
      tokens = next.toSuccessResponse().getTokens();
    }
  }

  @Test
  void theSubjectIsTheSamePersonInEveryApplicationAndNotTheLoginName() throws Exception {
    var web = App.WEB.flow(SERVER).tokens(alice).getAccessToken().getValue();
    var spa = App.SPA.flow(SERVER).tokens(alice).getAccessToken().getValue();
    var subject = Jwts.verify(SERVER, web, JWSAlgorithm.RS256).getSubject();
    assertThat(subject).isNotEqualTo("alice");
    assertThat(Jwts.verify(SERVER, spa, JWSAlgorithm.RS256).getSubject()).isEqualTo(subject);
  }

  @Test
  void theRequestMayBePosted() {
    var flow = App.WEB.flow(SERVER);
    var answer = new Http(SERVER).post("/authorize", flow.query());
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).startsWith(SERVER.issuer() + "/login?tx=");
  }

  @Test
  void aWrongPasswordShowsThePageAgainAndTheRightOneGoesOn() {
    var flow = App.WEB.flow(SERVER);
    var login = alice.open(flow.address());
    var again = alice.press(login, "login", "username", "alice", "password", "not it");
    assertThat(again.has("login")).isTrue();
    assertThat(again.body()).contains("The username or the password is not right");
    assertThat(again.value("username")).isEqualTo("alice");
    assertThat(again.value("password")).isEmpty();
    var next = alice.logIn(again);
    assertThat(flow.code(next.has("allow") ? alice.press(next, "allow") : next)).isNotEmpty();
  }

  @Test
  void whoSaysNoIsSentBackWithAccessDenied() {
    var flow = App.WEB.flow(SERVER).with("prompt", "consent");
    var consent = alice.logIn(alice.open(flow.address()));
    assertThat(flow.error(alice.press(consent, "deny"))).isEqualTo("access_denied");
  }

  @Test
  void aReloadedPageStillWorks() {
    var flow = App.WEB.flow(SERVER).with("prompt", "consent");
    var login = alice.open(flow.address());
    var consent = alice.logIn(alice.open(login.address().toString()));
    var reloaded = alice.open(consent.address().toString());
    assertThat(flow.code(alice.press(reloaded, "allow"))).isNotEmpty();
  }

  @Test
  void twoTabsBothEndWithTheirOwnCode() {
    var first = App.WEB.flow(SERVER).with("prompt", "consent");
    var second = App.SPA.flow(SERVER).with("prompt", "consent");
    var firstLogin = alice.open(first.address());
    var secondLogin = alice.open(second.address());
    var firstConsent = alice.logIn(firstLogin);
    var secondConsent = alice.open(secondLogin.address().toString());
    first.tokens(first.code(alice.press(firstConsent, "allow")));
    second.tokens(second.code(alice.press(secondConsent, "allow")));
  }

  @Test
  void allowPressedTwiceGivesOneCodeAndAfterItsUseNone() {
    var flow = App.WEB.flow(SERVER).with("prompt", "consent");
    var consent = alice.logIn(alice.open(flow.address()));
    var code = flow.code(alice.press(consent, "allow"));
    assertThat(flow.code(alice.press(consent, "allow"))).isEqualTo(code);
    flow.tokens(code);
    var page = alice.press(consent, "allow");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("You have answered this already");
  }

  @Test
  void aConsentIsRememberedUntilMoreIsAsked() {
    var app = new Administration(SERVER).register("public", "Remembered", "https://app.example/cb");
    alice.loggedIn();
    var first = alice.open(app.flow(SERVER).with("scope", "read").address());
    assertThat(first.body())
        .contains("Remembered", "See your data")
        .doesNotContain("Change your data");
    alice.press(first, "allow");
    var second = app.flow(SERVER).with("scope", "read");
    assertThat(second.code(alice.open(second.address()))).isNotEmpty();
    var more = app.flow(SERVER).with("scope", "read write");
    assertThat(alice.open(more.address()).body()).contains("Change your data");
  }

  @Test
  void notYouLetsAnotherPersonLogInWithTheRequestKept() {
    var flow = App.WEB.flow(SERVER).with("prompt", "consent").with("scope", "write");
    var consent = alice.logIn(alice.open(flow.address()));
    var login = alice.press(consent, "switch");
    assertThat(login.has("login")).isTrue();
    var bobs = alice.press(login, "login", "username", "bob", "password", "bob-in-demo-land");
    assertThat(bobs.body()).contains("<strong>bob</strong>", "Change your data");
    assertThat(flow.code(alice.press(bobs, "allow"))).isNotEmpty();
  }

  @Test
  void tokensAreAnsweredAsJsonThatNobodyKeeps() {
    var flow = App.WEB.flow(SERVER);
    var answer = flow.redeem(flow.code(alice));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.text("token_type")).isEqualTo("Bearer");
    assertThat(answer.text("refresh_token")).matches("[0-9A-Za-z]{64}");
  }
}
