package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.Browser;
import org.sallyport.testing.Server;

/** A person is signed in as someone else, is asked to sign in again, or signs out. */
class SwitchingAccountIT {

  private static final Server SERVER = Server.shared();
  private static final String LOGIN = "Sign in · Sallyport";
  private static final String CONSENT = "Allow access · Sallyport";
  private static Visitor visitor;

  @BeforeAll
  static void openBrowser() {
    visitor = new Visitor(Browser.javaScriptOff(), SERVER);
  }

  @AfterAll
  static void closeBrowser() {
    visitor.close();
  }

  @BeforeEach
  void forget() {
    visitor.forget();
  }

  @Test
  void notYouLetsAnotherPersonAnswerTheSameRequest() throws ParseException {
    try (var web = Application.web(SERVER)) {
      var alices = subject(web, "alice");
      var attempt = web.attempt("write", r -> r.customParameter("prompt", "consent"));
      visitor.open(attempt.url());
      visitor.awaitTitle(CONSENT);
      assertThat(visitor.text(".account")).contains("alice");
      visitor.press("#switch");
      visitor.awaitTitle(LOGIN);
      assertThat(visitor.text(".lead")).isEqualTo("to continue to Demo web application");
      visitor.signIn("bob");
      visitor.awaitTitle(CONSENT);
      assertThat(visitor.text(".account")).contains("bob");
      assertThat(visitor.text(".scopes")).contains("write").doesNotContain("read");
      visitor.press("#allow");
      assertThat(subjectOf(web, attempt)).isNotEqualTo(alices);
    }
  }

  @Test
  void promptLoginAsksWhoeverIsSignedIn() throws ParseException {
    try (var web = Application.web(SERVER)) {
      var alices = subject(web, "alice");
      var attempt = web.attempt("read", r -> r.customParameter("prompt", "login"));
      visitor.open(attempt.url());
      visitor.awaitTitle(LOGIN);
      visitor.reload();
      assertThat(visitor.title()).isEqualTo(LOGIN);
      visitor.signIn("alice");
      visitor.awaitTitle(Application.TITLE);
      assertThat(subjectOf(web, attempt)).isEqualTo(alices);
    }
  }

  @Test
  void whoHasSignedOutMustSignInAgain() throws ParseException {
    try (var web = Application.web(SERVER)) {
      subject(web, "alice");
      visitor.open("/logout");
      assertThat(visitor.text("main")).contains("You are signed in as alice");
      visitor.press("#logout");
      assertThat(visitor.title()).isEqualTo("You are signed out · Sallyport");
      assertThat(visitor.heading()).isEqualTo("You are signed out");
      visitor.open(web.asking("read").url());
      assertThat(visitor.title()).isEqualTo(LOGIN);
      visitor.open("/logout");
      assertThat(visitor.text("main")).contains("You are not signed in");
    }
  }

  @Test
  void aLinkToTheLogoutPageSignsNobodyOut() throws ParseException {
    try (var web = Application.web(SERVER)) {
      subject(web, "alice");
      visitor.open("/logout?logout=Sign+out&form=form");
      visitor.press(".actions a");
      assertThat(visitor.title()).isEqualTo("You are signed in · Sallyport");
      assertThat(visitor.heading()).isEqualTo("Hello, alice");
    }
  }

  /** Signs in with an application's request and answers who its token is for. */
  private static String subject(Application application, String username) throws ParseException {
    var attempt = application.askingAnew();
    visitor.open(attempt.url());
    visitor.signIn(username);
    visitor.awaitTitle(CONSENT);
    visitor.press("#allow");
    return subjectOf(application, attempt);
  }

  private static String subjectOf(Application application, Application.Attempt attempt)
      throws ParseException {
    var answer = application.redeem(application.codeFor(attempt), attempt).toSuccessResponse();
    var token = JWTParser.parse(answer.getTokens().getAccessToken().getValue());
    return token.getJWTClaimsSet().getSubject();
  }
}
