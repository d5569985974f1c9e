package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.text.ParseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.sallyport.testing.Browser;
import org.sallyport.testing.Server;

/** An application sends a person to sign in, without JavaScript, and gets its token. */
class SigningInIT {

  private static final Server SERVER = Server.shared();
  private static final String CONSENT = "Allow access · Sallyport";
  private static Visitor alice;

  @BeforeAll
  static void openBrowser() {
    alice = new Visitor(Browser.javaScriptOff(), SERVER);
  }

  @AfterAll
  static void closeBrowser() {
    alice.close();
  }

  @BeforeEach
  void forget() {
    alice.forget();
  }

  @Test
  void aConfidentialApplicationGetsATokenForThePersonWhoAllowsIt() throws ParseException {
    try (var web = Application.web(SERVER)) {
      assertThat(tokenThrough(web).getScope().toStringList()).containsExactly("read", "write");
    }
  }

  @Test
  void aPublicApplicationGetsATokenWithItsProofAlone() throws ParseException {
    try (var spa = Application.spa(SERVER)) {
      var token = JWTParser.parse(tokenThrough(spa).getValue());
      assertThat(token.getJWTClaimsSet().getStringClaim("client_id")).isEqualTo("demo-spa");
      assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(SERVER.issuer().toString());
    }
  }

  private static AccessToken tokenThrough(Application application) {
    var attempt = application.askingAnew();
    alice.open(attempt.url());
    alice.signIn("alice");
    alice.awaitTitle(CONSENT);
    alice.press("#allow");
    var answer = application.redeem(application.codeFor(attempt), attempt);
    assertThat(answer.indicatesSuccess()).isTrue();
    return answer.toSuccessResponse().getTokens().getAccessToken();
  }

  @Test
  void aWrongPasswordIsSaidAndTheNameIsKept() {
    try (var web = Application.web(SERVER)) {
      var attempt = web.askingAnew();
      alice.open(attempt.url());
      assertThat(alice.text(".lead")).isEqualTo("to continue to Demo web application");
      alice.signIn("alice", "wrong");
      assertThat(alice.title()).isEqualTo("Error: Sign in · Sallyport");
      assertThat(alice.text("[role=alert]")).contains("The username or the password is not right");
      assertThat(alice.find("#username").getAttribute("value")).isEqualTo("alice");
      assertThat(alice.find("#password").getAttribute("value")).isEmpty();
      assertThat(alice.find("#password").getAttribute("aria-describedby")).isEqualTo("summary");
      assertThat(alice.driver().switchTo().activeElement()).isEqualTo(alice.find("#password"));
      alice.signIn("alice");
      alice.awaitTitle(CONSENT);
      alice.press("#allow");
      assertThat(web.redeem(web.codeFor(attempt), attempt).indicatesSuccess()).isTrue();
    }
  }

  @Test
  void anUnknownNameIsToldTheSameAsAWrongPassword() {
    alice.open("/login");
    alice.signIn("alice", "wrong");
    var known = alice.text("main");
    alice.signIn("nobody-of-that-name", "wrong");
    assertThat(alice.text("main")).isEqualTo(known);
  }

  @Test
  void theLoginPageSurvivesAReload() {
    try (var web = Application.web(SERVER)) {
      var attempt = web.askingAnew();
      alice.open(attempt.url());
      alice.reload();
      alice.signIn("alice");
      alice.awaitTitle(CONSENT);
      alice.reload();
      assertThat(alice.title()).isEqualTo(CONSENT);
      alice.press("#allow");
      assertThat(web.redeem(web.codeFor(attempt), attempt).indicatesSuccess()).isTrue();
    }
  }

  @Test
  void aDoubleClickOnSignInSignsInOnce() {
    try (var web = Application.web(SERVER)) {
      var attempt = web.askingAnew();
      alice.open(attempt.url());
      alice.type("username", "alice");
      alice.type("password", "alice-in-demo-land");
      alice.pressTwice("#login");
      alice.awaitTitle(CONSENT);
      alice.press("#allow");
      assertThat(web.redeem(web.codeFor(attempt), attempt).indicatesSuccess()).isTrue();
    }
  }

  @Test
  void theKeyboardAloneIsEnough() {
    try (var web = Application.web(SERVER)) {
      var attempt = web.askingAnew();
      alice.open(attempt.url());
      var page = alice.find("body");
      alice.leaving(page, () -> keys("alice", Keys.TAB, "alice-in-demo-land", Keys.ENTER));
      alice.awaitTitle(CONSENT);
      tabTo("allow");
      assertThat(focused().getCssValue("outline-style")).isEqualTo("solid");
      var consent = alice.find("body");
      alice.leaving(consent, () -> keys(Keys.SPACE));
      assertThat(web.redeem(web.codeFor(attempt), attempt).indicatesSuccess()).isTrue();
    }
  }

  private static void keys(CharSequence... keys) {
    new Actions(alice.driver()).sendKeys(keys).perform();
  }

  private static WebElement focused() {
    return alice.driver().switchTo().activeElement();
  }

  private static void tabTo(String id) {
    for (var i = 0; i < 12 && !id.equals(focused().getAttribute("id")); i++) {
      keys(Keys.TAB);
    }
    assertThat(focused().getAttribute("id")).isEqualTo(id);
  }
}
