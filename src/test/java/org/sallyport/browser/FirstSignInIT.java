package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.Browser;
import org.sallyport.testing.Server;

/** An administrator adds a person, who gets to an application for the first time; no JavaScript. */
class FirstSignInIT {

  private static final Server SERVER = Server.shared();
  private static final String CONSENT = "Allow access · Sallyport";
  private static final String CHOSEN = "nine kettles on a hill";
  private static Visitor visitor;

  private final String name = Users.newName();

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
  void aLinkLetsThePersonChooseAPasswordAndSignIn() {
    var users = new Users(visitor);
    users.enter();
    var link = users.create(name);
    visitor.forget();
    visitor.open(link.substring(link.indexOf("/password/reset")));
    visitor.awaitTitle("Choose a new password · Sallyport");
    users.choose(CHOSEN, "nine kettles on a mill", "#reset");
    visitor.awaitTitle("Error: Choose a new password · Sallyport");
    assertThat(visitor.text("#new_password_again-failure")).contains("The two do not match");
    assertThat(visitor.find("#new_password").getAttribute("value")).isEmpty();
    users.choose(CHOSEN, CHOSEN, "#reset");
    assertThat(visitor.text("[role=status]")).contains("Your password was changed");
    visitor.forget();
    reachTheApplication(CHOSEN, () -> {});
  }

  @Test
  void anInitialPasswordIsChangedOnTheWayToTheApplication() {
    var users = new Users(visitor);
    users.enter();
    users.createWithPassword(name, Users.Start.AFTER_A_CHANGE);
    assertThat(visitor.text(".badges")).contains("Must change the password");
    visitor.forget();
    reachTheApplication(
        Users.PASSWORD,
        () -> {
          visitor.awaitTitle("Choose your own password · Sallyport");
          users.choose(CHOSEN, CHOSEN, "#choose");
        });
  }

  private void reachTheApplication(String password, Runnable onTheWay) {
    try (var web = Application.web(SERVER)) {
      var attempt = web.askingAnew();
      visitor.open(attempt.url());
      visitor.signIn(name, password);
      onTheWay.run();
      visitor.awaitTitle(CONSENT);
      visitor.press("#allow");
      assertThat(web.redeem(web.codeFor(attempt), attempt).indicatesSuccess()).isTrue();
    }
  }
}
