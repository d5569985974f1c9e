package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.App;
import org.sallyport.testing.Page;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** S10 and S11: a flow belongs to one browser, and what that browser carries can't be changed. */
class BrowserBindingIT {

  private static final Server SERVER = Server.shared();
  private static final String SESSION = "sallyport_session";

  private final Person alice = Person.of(SERVER, "alice");
  private final Person mallory = Person.of(SERVER, "bob");

  @Test
  void S10_aFlowOfAnotherBrowserIsRefusedByEveryPage() {
    var login = alice.open(App.WEB.flow(SERVER).address());
    var tx = login.value("tx");
    mallory.loggedIn();
    for (var path : new String[] {"/login", "/consent", "/authorize"}) {
      RedirectIT.assertPage(mallory.get(path + "?tx=" + tx));
    }
    var bare = Person.of(SERVER, "bob");
    RedirectIT.assertPage(bare.get("/authorize?tx=" + tx));
  }

  @Test
  void S10_aLoginFormOfAnotherBrowserLogsNobodyIn() {
    var planted = mallory.open("/login");
    var answer = alice.send(planted, "login", "username", "bob", "password", "bob-in-demo-land");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(alice.cookies()).doesNotContainKey(SESSION);
  }

  @Test
  void S10_aLoginWithoutItsCsrfTokenLogsNobodyIn() {
    var flow = mallory.open("/login").value("csrf");
    for (var token : new String[] {"", "x", flow}) {
      var page = alice.open("/login");
      var after = attempt(page, "csrf", token);
      assertThat(after.has("login")).isTrue();
      assertThat(alice.cookies()).doesNotContainKey(SESSION);
    }
    var page = alice.open("/login");
    var other = attempt(page, "csrf", alice.open("/login").value("csrf"));
    assertThat(other.has("login")).as("the token of another flow").isTrue();
    assertThat(alice.cookies()).doesNotContainKey(SESSION);
  }

  @Test
  void aLoginFormThatSaysItIsOneOfFacesIsReadAllTheSame() {
    var page = alice.open("/login");
    var refused = attempt(page, "jakarta.faces.ViewState", "stateless", "csrf", "x");
    assertThat(refused.body()).contains("open for too long");
    attempt(page, "jakarta.faces.ViewState", "stateless");
    assertThat(alice.cookies()).containsKey(SESSION);
  }

  @Test
  void S10_theSessionChangesAtLoginAndThePlantedOneIsWorthNothing() {
    var planted = "p".repeat(64);
    alice.cookies().put(SESSION, planted);
    var page = alice.open("/login");
    assertThat(page.has("login")).isTrue();
    alice.logIn(page);
    var session = alice.cookies().get(SESSION);
    assertThat(session).isNotEqualTo(planted).hasSize(64);
    mallory.cookies().put(SESSION, planted);
    assertThat(mallory.open("/login").has("login")).isTrue();
  }

  @Test
  void S10_aNewLoginEndsTheOneBefore() {
    alice.loggedIn();
    var before = alice.cookies().get(SESSION);
    alice.logIn(alice.open(App.WEB.flow(SERVER).with("prompt", "login").address()));
    assertThat(alice.cookies().get(SESSION)).isNotEqualTo(before);
    mallory.cookies().put(SESSION, before);
    assertThat(mallory.open("/logout").body()).contains("You are not signed in");
  }

  @Test
  void S10_aConsentWithoutItsCsrfTokenAllowsNothing() {
    var consent = consentOf(alice);
    for (var token : new String[] {"", "x", mallory.open("/login").value("csrf")}) {
      assertThat(alice.press(consent, "allow", "csrf", token).has("allow")).isTrue();
      assertThat(alice.press(consent, "deny", "csrf", token).has("allow")).isTrue();
    }
  }

  @Test
  void S10_aConsentShownToOnePersonIsNotAnsweredByTheNext() {
    var consent = consentOf(alice);
    alice.press(consent, "switch");
    var login = alice.open("/login");
    alice.press(login, "login", "username", "bob", "password", "bob-in-demo-land");
    assertThat(alice.press(consent, "allow").has("allow")).isTrue();
  }

  @Test
  void S10_theCodeOfOnePersonIsNotGivenToTheNextInTheSameBrowser() {
    var consent = consentOf(alice);
    var tx = consent.value("tx");
    assertThat(alice.press(consent, "allow").address().getQuery()).contains("code=");
    var bob = mallory;
    bob.cookies().putAll(alice.cookies());
    bob.cookies().remove(SESSION);
    bob.loggedIn();
    var again = bob.open("/authorize?tx=" + tx);
    var after = again.has("allow") ? bob.press(again, "allow") : again;
    assertThat(after.body()).contains("You have answered this already");
  }

  @Test
  void S10_aConsentWithoutALoginStartsWithTheLogin() {
    var consent = consentOf(alice);
    alice.cookies().remove(SESSION);
    assertThat(alice.open(consent.address().toString()).has("login")).isTrue();
    assertThat(alice.press(consent, "allow").has("login")).isTrue();
  }

  @Test
  void S10_noLinkLogsAnyoneOut() {
    alice.loggedIn();
    var page = alice.open("/logout");
    for (var token : new String[] {"", "x", mallory.open("/login").value("csrf")}) {
      alice.press(page, "logout", "csrf", token);
      assertThat(alice.open("/logout").body()).contains("You are signed in as alice");
    }
  }

  @Test
  void aLogoutEndsTheSessionWhoeverHasItsCookie() {
    alice.loggedIn();
    var session = alice.cookies().get(SESSION);
    var page = alice.press(alice.open("/logout"), "logout");
    assertThat(page.body()).contains("You are signed out");
    assertThat(alice.cookies()).doesNotContainKey(SESSION);
    alice.cookies().put(SESSION, session);
    assertThat(alice.open("/logout").body()).contains("You are not signed in");
  }

  @Test
  void S11_aFlowWithAnyByteChangedIsRefused() {
    var tx = alice.open(App.WEB.flow(SERVER).address()).value("tx");
    var bytes = Base64.getUrlDecoder().decode(tx);
    for (var i = 0; i < bytes.length; i++) {
      var forged = bytes.clone();
      forged[i] ^= 1;
      assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(forged));
    }
    assertRefused(encode(Arrays.copyOf(bytes, bytes.length - 1)));
    assertRefused(encode(Arrays.copyOf(bytes, bytes.length + 1)));
    assertRefused(encode(new byte[0]) + "AAAA");
    assertThat(alice.open("/authorize?tx=" + tx).has("login")).isTrue();
  }

  @Test
  void S11_aFlowOfOneOfOurPagesIsNoAuthorizeRequest() {
    var tx = alice.open("/admin/clients").value("tx");
    assertRefused(tx);
    RedirectIT.assertPage(alice.get("/consent?tx=" + tx));
  }

  @Test
  void S11_parametersBesideAFlowDoNotCount() {
    var flow = App.WEB.flow(SERVER).with("prompt", "consent");
    var consent = alice.logIn(alice.open(flow.address()));
    var more = "&redirect_uri=http%3A%2F%2Fevil.example&scope=write&client_id=demo-spa";
    var page = alice.open("/authorize?tx=" + consent.value("tx") + more);
    assertThat(page.body()).contains("Demo web application").doesNotContain("Change your data");
    assertThat(flow.code(alice.press(page, "allow", "scope", "write"))).isNotEmpty();
  }

  private void assertRefused(String tx) {
    var answer = alice.get("/authorize?tx=" + tx);
    assertThat(answer.status()).as(tx).isEqualTo(400);
    assertThat(answer.header("Location")).isEmpty();
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Page attempt(Page page, String... values) {
    var all = new String[values.length + 4];
    System.arraycopy(values, 0, all, 0, values.length);
    var login = new String[] {"username", "alice", "password", "alice-in-demo-land"};
    System.arraycopy(login, 0, all, values.length, 4);
    return alice.press(page, "login", all);
  }

  private static Page consentOf(Person person) {
    var page = person.open(App.WEB.flow(SERVER).with("prompt", "consent").address());
    return person.logIn(page);
  }
}
