package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.Browser;
import org.sallyport.testing.Server;

/** A person allows or denies, presses twice, goes back, and does it again. */
class AnsweringIT {

  private static final Server SERVER = Server.shared();
  private static final String CONSENT = "Allow access · Sallyport";
  private static final String ANSWERED = "Error: You have answered this already · Sallyport";
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

  private static Application.Attempt atTheQuestion(Application application) {
    var attempt = application.askingAnew();
    alice.open(attempt.url());
    alice.signIn("alice");
    alice.awaitTitle(CONSENT);
    return attempt;
  }

  @Test
  void thePageSaysWhoAsksForWhatAndWhereTheAnswerGoes() {
    try (var web = Application.web(SERVER)) {
      atTheQuestion(web);
      assertThat(alice.heading()).isEqualTo("Demo web application would like to use your account");
      assertThat(alice.text(".account")).contains("alice");
      assertThat(alice.text(".scopes")).contains("See your data", "Change your data");
      assertThat(alice.text(".note")).contains("127.0.0.1");
      var allow = alice.find("#allow");
      assertThat(alice.find("#deny").getSize()).isEqualTo(allow.getSize());
    }
  }

  @Test
  void aDenialReachesTheApplicationWithStateAndIssuer() {
    try (var web = Application.web(SERVER)) {
      var attempt = atTheQuestion(web);
      alice.press("#deny");
      var answer = web.answer().toErrorResponse();
      assertThat(answer.getErrorObject().getCode()).isEqualTo("access_denied");
      assertThat(answer.getState()).isEqualTo(attempt.state());
      assertThat(answer.getIssuer()).isEqualTo(web.metadata().getIssuer());
    }
  }

  @Test
  void aDenialMayBeThoughtOver() {
    try (var web = Application.web(SERVER)) {
      var attempt = atTheQuestion(web);
      alice.press("#deny");
      assertThat(web.answer().indicatesSuccess()).isFalse();
      alice.back();
      alice.awaitTitle(CONSENT);
      alice.press("#allow");
      assertThat(web.redeem(web.codeFor(attempt), attempt).indicatesSuccess()).isTrue();
    }
  }

  @Test
  void aDoubleClickOnAllowGivesOneCodeThatWorks() {
    try (var web = Application.web(SERVER)) {
      var attempt = atTheQuestion(web);
      alice.pressTwice("#allow");
      alice.awaitTitle(Application.TITLE);
      var code = web.codeFor(attempt);
      while (web.hasFurtherAnswer()) {
        assertThat(web.codeFor(attempt)).isEqualTo(code);
      }
      assertThat(web.redeem(code, attempt).indicatesSuccess()).isTrue();
    }
  }

  @Test
  void backAndAllowAgainRepeatsTheSameCodeWhileItIsUnused() {
    try (var web = Application.web(SERVER)) {
      var attempt = atTheQuestion(web);
      alice.press("#allow");
      var code = web.codeFor(attempt);
      alice.back();
      alice.awaitTitle(CONSENT);
      alice.press("#allow");
      assertThat(web.codeFor(attempt)).isEqualTo(code);
      assertThat(web.redeem(code, attempt).indicatesSuccess()).isTrue();
    }
  }

  @Test
  void backAndAllowAgainGivesNoSecondCodeOnceItIsUsed() {
    try (var web = Application.web(SERVER)) {
      var attempt = atTheQuestion(web);
      alice.press("#allow");
      var answer = web.redeem(web.codeFor(attempt), attempt);
      alice.back();
      alice.awaitTitle(CONSENT);
      alice.press("#allow");
      alice.awaitTitle(ANSWERED);
      assertThat(alice.text("main")).contains("The application has its answer");
      assertThat(web.hasFurtherAnswer()).isFalse();
      var tokens = answer.toSuccessResponse().getTokens();
      assertThat(web.refresh(tokens.getRefreshToken()).indicatesSuccess()).isTrue();
    }
  }

  @Test
  void backToTheLoginPageGoesOnWithoutAskingAgain() {
    try (var web = Application.web(SERVER)) {
      var attempt = atTheQuestion(web);
      alice.back();
      alice.awaitTitle(CONSENT);
      alice.press("#allow");
      assertThat(web.redeem(web.codeFor(attempt), attempt).indicatesSuccess()).isTrue();
    }
  }
}
