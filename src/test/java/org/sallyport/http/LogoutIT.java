package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Logging out: by a form only, and from there to a request of this server or nowhere. */
class LogoutIT {

  private static final Server SERVER = Server.shared();
  private final Person alice = Person.of(SERVER, "alice").loggedIn();

  @ParameterizedTest
  @ValueSource(strings = {"", "/index.php/apps/oauth2", "/apps/oauth2", "ISSUER"})
  void afterwardsTheRequestGoesOnWithAnotherLogin(String base) {
    var flow = App.WEB.flow(SERVER).with("user", "bob").with("scope", "write");
    var target = base.replace("ISSUER", SERVER.issuer().toString()) + flow.address();
    var page = alice.open(logout(target));
    assertThat(page.body()).contains("You are signed in as");
    var login = alice.press(page, "logout");
    assertThat(login.value("username")).isEqualTo("bob");
    var bobs = alice.press(login, "login", "username", "bob", "password", "bob-in-demo-land");
    var code = flow.code(bobs.has("allow") ? alice.press(bobs, "allow") : bobs);
    assertThat(flow.tokens(code).getAccessToken().getScope().toStringList())
        .containsExactly("write");
  }

  @Test
  void whoeverIsSignedInNowhereGoesOnAtOnce() {
    var page = Person.of(SERVER, "alice").open(logout(App.WEB.flow(SERVER).address()));
    assertThat(page.has("login")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/authorize?x",
        "/\\evil.example/authorize?x",
        "https://evil.example/authorize?x",
        "ISSUER.evil.example/authorize?x",
        "ISSUER@evil.example/authorize?x",
        "/authorize?x#y",
        "/authorize?x\r\nSet-Cookie: x=y",
        "/authorize",
        "/authorizex?x",
        "/admin/clients?x",
        "javascript:/authorize?x",
        "/x/authorize?x"
      })
  void S06_noOtherAddressIsTaken(String target) {
    var page = alice.open(logout(target.replace("ISSUER", SERVER.issuer().toString())));
    assertThat(page.has("redirect_url")).isFalse();
    var answer =
        alice.send(
            page, "logout", "redirect_url", target.replace("ISSUER", SERVER.issuer().toString()));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.body()).contains("You are signed out");
  }

  @Test
  void S10_aLinkLogsNobodyOut() {
    alice.open(logout(App.WEB.flow(SERVER).address()));
    assertThat(alice.open("/").body()).contains("You are signed in");
  }

  private static String logout(String target) {
    return "/logout?" + Http.form("redirect_url", target);
  }
}
