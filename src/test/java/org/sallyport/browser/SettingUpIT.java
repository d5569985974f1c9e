package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.Browser;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** From an empty database to the first sign-in at the first application, without JavaScript. */
class SettingUpIT {

  private static final String PASSWORD = "six otters read the news";
  private static Server server;
  private static Visitor visitor;

  @BeforeAll
  static void start() {
    server = Server.start(StartOptions.none());
    visitor = new Visitor(Browser.javaScriptOff(), server);
  }

  @AfterAll
  static void stop() {
    visitor.close();
    server.kill();
  }

  @Test
  void theLinkOfTheLogLeadsToAnAdministratorAClientAndASignIn() {
    var link = FreshServer.link(server);
    visitor.open(link);
    visitor.awaitTitle("Is this server as you want it? · Sallyport");
    assertThat(visitor.text("main")).contains(server.issuer().toString());
    visitor.press("form button");
    visitor.type("username", "Anna");
    visitor.type("password", PASSWORD);
    visitor.type("repeated", PASSWORD);
    visitor.press("#appoint");
    assertThat(visitor.text(".step")).contains("step 3 of 3");

    visitor.press("#type-web");
    visitor.type("name", "Library");
    visitor.type("redirect_uris", "http://127.0.0.1/callback");
    visitor.press("#create");
    var created = new Clients(visitor).created();

    visitor.forget();
    try (var library = Application.of(server, created.id(), created.secret())) {
      var attempt = library.asking("profile");
      visitor.open(attempt.url());
      visitor.signIn("anna", PASSWORD);
      assertThat(visitor.text(".scopes")).contains("See who you are");
      visitor.press("#allow");
      assertThat(library.redeem(library.codeFor(attempt), attempt).indicatesSuccess()).isTrue();
    }
    visitor.open(link);
    visitor.awaitTitle("Error: This page does not exist · Sallyport");
  }
}
