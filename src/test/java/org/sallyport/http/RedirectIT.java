package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.CodeFlow;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** S01 to S06: a browser is never sent to an address that its client did not register. */
class RedirectIT {

  private static final Server SERVER = Server.shared();
  private static final Person ALICE = Person.of(SERVER, "alice").loggedIn();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9090/callback/",
        "http://127.0.0.1:9090/callbackx",
        "http://127.0.0.1:9090/callbac",
        "http://127.0.0.1:9090/callback?x=1",
        "http://127.0.0.1:9090/callback?",
        "http://127.0.0.1:9090/callback#",
        "http://127.0.0.1:9090/callback#fragment",
        "http://127.0.0.1:9090/Callback",
        "http://127.0.0.1:9090/c%61llback",
        "http://127.0.0.1:9090//callback",
        "http://127.0.0.1:9090/x/../callback",
        "http://127.0.0.1:9090/./callback",
        "http://127.0.0.1:9090/callback/../evil",
        "http://127.0.0.1:9090/callback/..;/evil",
        "http://127.0.0.1:9090/callback/%2e%2e/evil",
        "http://127.0.0.1:9090/callback;x=1",
        "http://127.0.0.1:9090/callback\\evil",
        "http://user@127.0.0.1:9090/callback",
        "http://user:password@127.0.0.1:9090/callback",
        "http://127.0.0.1:9090@evil.example/callback",
        "http://127.0.0.1:9090@127.0.0.1@evil.example/callback",
        "http://evil.example@127.0.0.1:9090/callback",
        "http://127.0.0.1:9090\\@evil.example/callback",
        "http://evil.example\\@127.0.0.1:9090/callback",
        "http://evil.example#@127.0.0.1:9090/callback",
        "http://evil.example/http://127.0.0.1:9090/callback",
        "http://evil.example?http://127.0.0.1:9090/callback",
        "http://evil.example/callback",
        "https://evil.example",
        "http://127.0.0.1.evil.example:9090/callback",
        "http://127.0.0.1:9090.evil.example/callback",
        "HTTP://127.0.0.1:9090/callback",
        "https://127.0.0.1:9090/callback",
        " http://127.0.0.1:9090/callback",
        "http://127.0.0.1:9090/callback ",
        "http://127.0.0.1:9090/callback\n",
        "http://127.0.0.1:9090/callback\r\nSet-Cookie: x=y",
        "http://127.0.0.1:9090/call\tback",
        "http://127.0.0.1:9090/callback\u00e9",
        "http://127.0.0.1:9090/callback http://evil.example",
        "http://127.0.0.1:9090/*",
        "//127.0.0.1:9090/callback",
        "/callback",
        "callback",
        "127.0.0.1:9090/callback"
      })
  void S01_anAddressThatOnlyLooksLikeTheRegisteredOneIsRefused(String uri) {
    assertPage(ALICE.get(App.WEB.flow(SERVER).with("redirect_uri", uri).address()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:9090/callback",
        "http://[::1]:9090/callback",
        "http://127.0.0.2:9090/callback",
        "http://127.1:9090/callback",
        "http://2130706433:9090/callback",
        "http://0x7f000001:9090/callback",
        "http://0177.0.0.1:9090/callback",
        "http://127.0.0.1:65536/callback",
        "http://127.0.0.1:99999/callback",
        "http://127.0.0.1:/callback",
        "http://127.0.0.1:-1/callback",
        "http://127.0.0.1:9090:80/callback",
        "http://127.0.0.1:port/callback",
        "http://127.0.0.1:1234/other",
        "http://127.0.0.1:1234/callback?x=1",
        "http://127.0.0.1:1234@evil.example/callback",
        "https://127.0.0.1:1234/callback"
      })
  void S02_nothingButThePortOfALoopbackAddressIsFree(String uri) {
    assertPage(ALICE.get(App.SPA.flow(SERVER).with("redirect_uri", uri).address()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:51234/callback",
        "http://127.0.0.1:1/callback",
        "http://127.0.0.1/callback"
      })
  void S02_thePortOfALoopbackAddressIsFree(String uri) {
    var app = new App(App.SPA.id(), App.SPA.secret(), uri);
    var flow = app.flow(SERVER);
    flow.tokens(flow.code(ALICE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example.org:8443/cb",
        "https://app.example.org:443/cb",
        "https://sub.app.example.org/cb",
        "https://app.example.org.evil.example/cb",
        "https://app.example.org./cb",
        "https://APP.example.org/cb",
        "http://app.example.org/cb",
        "https://app.example.org/cb?a=b",
        "https://app.example.org/cb?a=b&c=d&e=f",
        "https://app.example.org/cb?c=d&a=b"
      })
  void S02_noPortIsFreeOnAnotherHost(String uri) {
    assertPage(ALICE.get(HTTPS.flow(SERVER).with("redirect_uri", uri).address()));
  }

  private static final App HTTPS =
      new Administration(SERVER)
          .register("public", "Over TLS", "https://app.example.org/cb?a=b&c=d");

  @Test
  void aQueryThatIsRegisteredIsKept() {
    var page = ALICE.allow(HTTPS.flow(SERVER).address());
    assertThat(page.address().toString())
        .startsWith("https://app.example.org/cb?a=b&c=d&code=")
        .contains("&iss=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirect_uri", "client_id"})
  void S03_aRepeatedAddressOrClientIsRefusedWithoutARedirect(String name) {
    var flow = App.WEB.flow(SERVER);
    var good = name.equals("client_id") ? App.WEB.id() : App.WEB.redirectUri();
    assertPage(ALICE.get(flow.with(name, good, good).address()));
    assertPage(ALICE.get(flow.with(name, good, "http://evil.example").address()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "javascript://127.0.0.1:9090/callback",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:http://127.0.0.1:9090/callback",
        "view-source:http://127.0.0.1:9090/callback"
      })
  void S04_aDangerousSchemeIsRefused(String uri) {
    assertPage(ALICE.get(App.WEB.flow(SERVER).with("redirect_uri", uri).address()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fragment", "form_post", "web_message", "jwt", "query.jwt"})
  void S05_noResponseModeGetsAroundTheAddressCheck(String mode) {
    var flow = App.WEB.flow(SERVER).with("response_mode", mode);
    assertThat(flow.error(ALICE.open(flow.address()))).isEqualTo("invalid_request");
    assertPage(ALICE.get(flow.with("redirect_uri", "https://evil.example").address()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"next", "return_to", "return_url", "redirect_uri", "continue", "tx"})
  void S06_noParameterOfTheLoginPageLeadsAway(String name) {
    var person = Person.of(SERVER, "alice");
    var page = person.open("/login?" + name + "=https%3A%2F%2Fevil.example%2F");
    if (name.equals("tx")) {
      assertPage(page.answer());
    } else {
      var after = person.logIn(page);
      assertThat(after.address().toString()).startsWith(SERVER.issuer() + "/");
    }
  }

  @Test
  void anUnknownOrAbsentClientIsToldToThePersonOnly() {
    assertPage(ALICE.get(App.WEB.flow(SERVER).with("client_id", "nobody").address()));
    assertPage(ALICE.get(App.WEB.flow(SERVER).without("client_id").address()));
    assertPage(ALICE.get(App.WEB.flow(SERVER).with("client_id", "x".repeat(5000)).address()));
    assertPage(ALICE.get("/authorize"));
  }

  @Test
  void theOnlyRegisteredAddressMayBeLeftOut() {
    var flow = App.WEB.flow(SERVER).without("redirect_uri");
    var code = flow.code(ALICE);
    assertThat(flow.redeem(code, "redirect_uri", "").status()).isEqualTo(200);
  }

  @Test
  void ofTwoRegisteredAddressesOneMustBeNamed() {
    var uris = "http://127.0.0.1:9090/callback https://app.example.org/cb";
    var app = new Administration(SERVER).register("public", "Two addresses", uris);
    assertPage(ALICE.get(app.flow(SERVER).without("redirect_uri").address()));
    assertThat(app.flow(SERVER).code(ALICE)).isNotEmpty();
  }

  @Test
  void theAddressMustBeTheSameWhenTheCodeIsRedeemed() {
    assertOtherAddressIsRefused("");
    assertOtherAddressIsRefused("http://127.0.0.1:9091/callback");
    assertOtherAddressIsRefused("https://evil.example/");
  }

  @Test
  void S26_theErrorPageShowsWhatWasSentAsTextOnly() {
    var uri = "\"><script>alert(1)</script>";
    var page = ALICE.get(App.WEB.flow(SERVER).with("redirect_uri", uri).address());
    assertPage(page);
    assertThat(page.body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script");
  }

  private static void assertOtherAddressIsRefused(String uri) {
    CodeFlow flow = App.WEB.flow(SERVER);
    var answer = flow.redeem(flow.code(ALICE), "redirect_uri", uri);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("invalid_grant");
  }

  static void assertPage(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.header("Set-Cookie")).doesNotContain("x=y");
    assertThat(answer.body()).contains("<h1>");
  }
}
