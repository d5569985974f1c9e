package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.App;
import org.sallyport.testing.CodeFlow;
import org.sallyport.testing.Jwts;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** An application asks for an account: it is filled in, and nobody else goes on unasked. */
class HintIT {

  private static final Server SERVER = Server.shared();
  private final Person alice = Person.of(SERVER, "alice");

  @ParameterizedTest
  @ValueSource(strings = {"login_hint", "user"})
  void theLoginPageHasTheNameAndTheClient(String parameter) {
    var page = alice.open(App.WEB.flow(SERVER).with(parameter, "bob").address());
    assertThat(page.value("username")).isEqualTo("bob");
    assertThat(page.body()).contains("to continue to Demo web application");
  }

  @Test
  void S26_aHintIsShownAsTextOnly() {
    var hint = "\"><script>alert(1)</script>";
    var flow = App.WEB.flow(SERVER).with("user", hint);
    assertThat(alice.open(flow.address()).body()).doesNotContain("<script");
    var page = alice.loggedIn().open(flow.address());
    assertThat(page.has("keep")).isTrue();
    assertThat(page.body()).doesNotContain("<script");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login_hint", "user"})
  void whoeverSwitchesKeepsEveryParameterAndIsNotAskedAgain(String parameter) {
    alice.loggedIn();
    var flow =
        asking(parameter, "bob")
            .with("scope", "write")
            .with("resource", SERVER.issuer().toString());
    var page = alice.open(flow.address());
    assertThat(page.body()).contains("asks for the account bob", "<strong>alice</strong>");
    var login = alice.press(page, "switch");
    assertThat(login.value("username")).isEqualTo("bob");
    var bobs = alice.press(login, "login", "username", "bob", "password", "bob-in-demo-land");
    var answer = bobs.has("allow") ? alice.press(bobs, "allow") : bobs;
    var tokens = flow.tokens(flow.code(answer));
    assertThat(tokens.getAccessToken().getScope().toStringList()).containsExactly("write");
  }

  @Test
  void whoeverLogsInUnderAnotherNameIsNotAskedAgain() {
    var flow = asking("user", "an id that nobody has");
    var page = alice.logIn(alice.open(flow.address()));
    assertThat(page.has("allow") ? flow.code(alice.press(page, "allow")) : flow.code(page))
        .isNotEmpty();
  }

  @Test
  void whoeverIsHereMayGoOn() {
    alice.loggedIn();
    var flow = asking("login_hint", "nobody known");
    var page = alice.press(alice.open(flow.address()), "keep");
    assertThat(flow.code(page.has("allow") ? alice.press(page, "allow") : page)).isNotEmpty();
  }

  @Test
  void thePersonWhoIsMeantIsNotAsked() {
    alice.loggedIn();
    var first = App.WEB.flow(SERVER);
    var token = first.tokens(first.code(alice)).getAccessToken().getValue();
    var sub = Jwts.verify(SERVER, token, JWSAlgorithm.RS256).getSubject();
    for (var hint : new String[] {"alice", " ALICE", sub}) {
      var flow = asking("login_hint", hint);
      assertThat(flow.code(alice.open(flow.address()))).isNotEmpty();
    }
    assertThat(Person.of(SERVER, "alice").open(asking("user", sub).address()).value("username"))
        .as("a sub is no name to log in with")
        .isEmpty();
  }

  @Test
  void aSilentRequestForSomebodyElseIsRefused() {
    alice.loggedIn();
    var flow = asking("login_hint", "bob").with("prompt", "none");
    assertThat(flow.error(alice.open(flow.address()))).isEqualTo("login_required");
  }

  @Test
  void S10_aForgedFormSwitchesAndKeepsNobody() {
    alice.loggedIn();
    var flow = asking("user", "bob");
    var page = alice.open(flow.address());
    for (var button : new String[] {"switch", "keep"}) {
      var after = alice.press(page, button, "csrf", "forged");
      assertThat(after.has("keep")).as("asked again").isTrue();
      assertThat(after.body()).contains("<strong>alice</strong>");
    }
  }

  private CodeFlow asking(String parameter, String hint) {
    return App.WEB.flow(SERVER).with(parameter, hint);
  }
}
