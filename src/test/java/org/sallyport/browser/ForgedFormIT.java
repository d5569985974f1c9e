package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.Browser;
import org.sallyport.testing.Server;

/** A form comes back that is old or was never ours: nothing happens, and people can go on. */
class ForgedFormIT {

  private static final Server SERVER = Server.shared();
  private static final String CONSENT = "Allow access · Sallyport";
  private static Visitor visitor;

  @BeforeAll
  static void openBrowser() {
    visitor = new Visitor(Browser.javaScriptOn(), SERVER);
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
  void aForgedViewStateStartsThePageAgainWithItsRequest() {
    try (var web = Application.web(SERVER)) {
      var attempt = web.askingAnew();
      visitor.open(attempt.url());
      visitor.signIn("alice");
      visitor.awaitTitle(CONSENT);
      for (var forged : new String[] {"rO0ABXNyAA:forged", "-1:-1"}) {
        visitor.forge("\"jakarta.faces.ViewState\"", forged);
        visitor.press("#allow");
        visitor.awaitTitle(CONSENT);
      }
      assertThat(web.hasFurtherAnswer()).isFalse();
      visitor.press("#allow");
      assertThat(web.redeem(web.codeFor(attempt), attempt).indicatesSuccess()).isTrue();
    }
  }

  @Test
  void S10_aForgedConsentIsAskedAgain() {
    try (var web = Application.web(SERVER)) {
      visitor.open(web.askingAnew().url());
      visitor.signIn("alice");
      for (var button : new String[] {"#allow", "#deny", "#switch"}) {
        visitor.forge("csrf", "forged");
        visitor.press(button);
        visitor.awaitTitle(CONSENT);
        assertThat(visitor.text(".account")).contains("alice");
      }
      assertThat(web.hasFurtherAnswer()).isFalse();
    }
  }

  @Test
  void S10_aForgedLoginLogsNobodyIn() {
    visitor.open("/login");
    visitor.forge("csrf", "forged");
    visitor.signIn("alice");
    assertThat(visitor.text("[role=alert]")).contains("open for too long");
    visitor.open("/");
    assertThat(visitor.title()).isEqualTo("Sign in once, safely · Sallyport");
  }

  @Test
  void S10_aForgedLogoutLogsNobodyOut() {
    visitor.open("/login");
    visitor.signIn("alice");
    visitor.open("/logout");
    visitor.forge("csrf", "forged");
    visitor.press("#logout");
    assertThat(visitor.text("main")).contains("You are signed in as alice");
  }

  @Test
  void S10_aForgedFormChangesNoClient() {
    var clients = new Clients(visitor);
    clients.enter();
    var before = visitor.findAll(".list tbody tr").size();
    clients.fillIn("Forged", "http://127.0.0.1/callback", "read");
    visitor.forge("csrf", "forged");
    visitor.press("#create");
    assertThat(visitor.title()).isEqualTo("Error: " + Clients.NEW);
    visitor.open("/admin/clients/delete?id=demo-machine");
    visitor.forge("csrf", "forged");
    visitor.press("#delete");
    visitor.open("/admin/clients");
    assertThat(visitor.findAll(".list tbody tr")).hasSize(before);
    assertThat(clients.lists("demo-machine")).isTrue();
  }

  @Test
  void stylesAreKeptByTheBrowserUnderAnAddressOfTheirContent()
      throws IOException, InterruptedException {
    visitor.open("/admin/clients");
    var links = visitor.findAll("link[href]");
    assertThat(links).hasSizeGreaterThanOrEqualTo(3);
    for (var link : links) {
      var asset = URI.create(link.getAttribute("href"));
      assertThat(asset.getQuery()).matches("v=[A-Za-z0-9_-]{16}");
      var answer = get(asset);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
          .matches("max-age=\\d{5,}");
      assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }
  }

  private static HttpResponse<Void> get(URI uri) throws IOException, InterruptedException {
    var client = HttpClient.newHttpClient();
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
  }
}
