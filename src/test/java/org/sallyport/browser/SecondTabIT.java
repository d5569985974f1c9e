package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;
import org.sallyport.testing.Browser;
import org.sallyport.testing.Server;

/** A person has two tabs on the way to two applications, or a page that is not theirs. */
class SecondTabIT {

  private static final Server SERVER = Server.shared();
  private static final String CONSENT = "Allow access · Sallyport";
  private static final String INVALID = "Error: This page is no longer valid · Sallyport";
  private static Visitor bob;

  @BeforeAll
  static void openBrowser() {
    bob = new Visitor(Browser.javaScriptOff(), SERVER);
  }

  @AfterAll
  static void closeBrowser() {
    bob.close();
  }

  @BeforeEach
  void forget() {
    bob.forget();
  }

  @Test
  void eachTabReturnsToItsOwnApplication() {
    try (var web = Application.web(SERVER);
        var spa = Application.spa(SERVER)) {
      var first = web.askingAnew();
      bob.open(first.url());
      var tab = bob.driver().getWindowHandle();
      bob.driver().switchTo().newWindow(WindowType.TAB);
      var second = spa.askingAnew();
      bob.open(second.url());
      bob.signIn("bob");
      bob.awaitTitle(CONSENT);
      bob.press("#allow");
      assertThat(spa.redeem(spa.codeFor(second), second).indicatesSuccess()).isTrue();

      bob.driver().close();
      bob.driver().switchTo().window(tab);
      bob.signIn("bob");
      bob.awaitTitle(CONSENT);
      assertThat(bob.heading()).startsWith("Demo web application ");
      bob.press("#allow");
      assertThat(web.redeem(web.codeFor(first), first).indicatesSuccess()).isTrue();
      assertThat(spa.hasFurtherAnswer()).isFalse();
    }
  }

  @Test
  void aTabThatWaitsAtTheLoginGoesOnWhenTheOtherHasSignedIn() {
    try (var web = Application.web(SERVER)) {
      var attempt = web.askingAnew();
      bob.open(attempt.url());
      var tab = bob.driver().getWindowHandle();
      bob.driver().switchTo().newWindow(WindowType.TAB);
      bob.open("/login");
      bob.signIn("bob");
      bob.driver().close();
      bob.driver().switchTo().window(tab);
      bob.reload();
      bob.awaitTitle(CONSENT);
      bob.press("#allow");
      assertThat(web.redeem(web.codeFor(attempt), attempt).indicatesSuccess()).isTrue();
    }
  }

  @Test
  void aPageOfAnotherBrowserIsRefusedInWords() {
    try (var web = Application.web(SERVER)) {
      bob.open(web.askingAnew().url());
      var stolen = bob.address();
      bob.forget();
      bob.open("/");
      for (var page : new String[] {"/login", "/consent", "/authorize"}) {
        bob.open(page + "?" + stolen.getQuery());
        assertThat(bob.title()).isEqualTo(INVALID);
        assertThat(bob.text("main")).contains("Go back to the application and start again");
      }
      assertThat(web.hasFurtherAnswer()).isFalse();
    }
  }

  @Test
  void aPageWhoseRequestWasAlteredIsRefusedInWords() {
    try (var web = Application.web(SERVER)) {
      bob.open(web.askingAnew().url());
      var url = bob.address().toString();
      var last = url.charAt(url.length() - 2) == 'A' ? "B" : "A";
      var altered = url.substring(0, url.length() - 2) + last + url.charAt(url.length() - 1);
      bob.open(URI.create(altered));
      assertThat(bob.title()).isEqualTo(INVALID);
    }
  }

  @Test
  void theQuestionForOnePersonIsNotAnsweredByTheNext() {
    try (var web = Application.web(SERVER)) {
      bob.open(web.askingAnew().url());
      bob.signIn("bob");
      bob.awaitTitle(CONSENT);
      var tab = bob.driver().getWindowHandle();
      bob.driver().switchTo().newWindow(WindowType.TAB);
      bob.open("/logout");
      bob.press("#logout");
      bob.open("/login");
      bob.signIn("alice");
      bob.driver().close();
      bob.driver().switchTo().window(tab);
      bob.press("#allow");
      bob.awaitTitle(CONSENT);
      assertThat(bob.text(".account")).contains("alice");
      assertThat(web.hasFurtherAnswer()).isFalse();
    }
  }
}
