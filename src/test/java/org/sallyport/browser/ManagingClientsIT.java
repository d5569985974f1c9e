package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.sallyport.testing.Browser;
import org.sallyport.testing.Server;

/** An administrator registers a client, people use it, the administrator deletes it. */
class ManagingClientsIT {

  private static final Server SERVER = Server.shared();
  private static final String CONSENT = "Allow access · Sallyport";
  private static Visitor visitor;
  private static Clients clients;

  @BeforeAll
  static void openBrowser() {
    visitor = new Visitor(Browser.javaScriptOff(), SERVER);
    clients = new Clients(visitor);
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
  void aNewClientWorksUntilItIsDeleted() {
    clients.enter();
    var created = clients.create("Till", "http://127.0.0.1/callback", "read write");
    assertThat(visitor.title()).isEqualTo("The client was created · Sallyport");
    assertThat(visitor.text(".panel.good")).contains("never shown again");
    assertThat(clients.lists(created.id())).isTrue();
    try (var till = Application.of(SERVER, created.id(), created.secret())) {
      var refreshToken = refreshToken(till, "read write");
      visitor.forget();
      clients.enter();
      clients.askToDelete(created.id());
      assertThat(visitor.heading()).isEqualTo("Delete Till?");
      visitor.press("#delete");
      assertThat(visitor.text("[role=status]")).isEqualTo("The client was deleted.");
      assertThat(clients.lists(created.id())).isFalse();
      var refused = till.refresh(refreshToken).toErrorResponse().getErrorObject();
      assertThat(refused).isEqualTo(OAuth2Error.INVALID_CLIENT);
      visitor.open(till.asking("read").url());
      assertThat(visitor.title()).isEqualTo("Error: We don’t know this application · Sallyport");
    }
  }

  @Test
  void consentIsRememberedForWhatWasAllowedAndAskedForMore() {
    clients.enter();
    var created = clients.create("Ledger", "http://127.0.0.1/callback", "read write");
    visitor.forget();
    try (var ledger = Application.of(SERVER, created.id(), created.secret())) {
      refreshToken(ledger, "read");
      var again = ledger.asking("read");
      visitor.open(again.url());
      assertThat(visitor.title()).isEqualTo(Application.TITLE);
      assertThat(ledger.redeem(ledger.codeFor(again), again).indicatesSuccess()).isTrue();
      visitor.open(ledger.asking("read write").url());
      assertThat(visitor.title()).isEqualTo(CONSENT);
      visitor.press("#deny");
      assertThat(ledger.answer().indicatesSuccess()).isFalse();
      visitor.open(ledger.asking("read write").url());
      assertThat(visitor.title()).isEqualTo(CONSENT);
    }
  }

  private static RefreshToken refreshToken(Application application, String scopes) {
    var attempt = application.asking(scopes);
    visitor.forget();
    visitor.open(attempt.url());
    visitor.signIn("alice");
    visitor.awaitTitle(CONSENT);
    visitor.press("#allow");
    var answer = application.redeem(application.codeFor(attempt), attempt).toSuccessResponse();
    return answer.getTokens().getRefreshToken();
  }

  @Test
  void aSecretIsShownOnce() {
    clients.enter();
    var created = clients.create("Vault", "http://127.0.0.1/callback", "read");
    visitor.open("/admin/clients?q=" + created.id());
    assertThat(visitor.driver().getPageSource())
        .contains(">" + created.id())
        .doesNotContain(created.secret());
  }

  @Test
  void aFormSentTwiceRegistersOneClient() {
    clients.enter();
    clients.fillIn("Twin", "http://127.0.0.1/callback", "read");
    visitor.pressTwice("#create");
    visitor.open("/admin/clients?q=Twin");
    assertThat(visitor.findAll(".list tbody tr")).hasSize(1);
  }

  @Test
  void byTheKeyboardAloneAClientIsMadeChangedRotatedAndSwitchedOff() {
    clients.enter();
    enter("a[href$='/admin/clients/new']");
    enter("#type-machine");
    visitor.find("#name").sendKeys("Keyed", Keys.ENTER);
    visitor.awaitTitle("The client was created · Sallyport");
    var first = clients.created();
    enter("main .actions a");
    visitor.find("#name").sendKeys(" in", Keys.ENTER);
    assertThat(visitor.text("[role=status]")).isEqualTo("The changes are saved.");
    assertThat(visitor.heading()).isEqualTo("Keyed in");
    enter("#add_secret");
    var second = clients.created();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.secret()).isNotEqualTo(first.secret());
    visitor.find(".piece summary").sendKeys(Keys.ENTER);
    enter("#end_first");
    assertThat(visitor.text("[role=status]")).isEqualTo("The secret has ended.");
    visitor.find("section[aria-labelledby=state] summary").sendKeys(Keys.ENTER);
    enter("#deactivate");
    assertThat(visitor.text(".lead")).contains("Machine", "Switched off");
    enter("#activate");
    assertThat(visitor.text(".lead")).doesNotContain("Switched off");
  }

  private static void enter(String css) {
    var control = visitor.find(css);
    visitor.leaving(control, () -> control.sendKeys(Keys.ENTER));
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndAboveAndWhatWasTypedIsKept() {
    clients.enter();
    clients.fillIn("Harbour", "javascript:alert(1)", "read");
    visitor.press("#create");
    assertThat(visitor.title()).isEqualTo("Error: " + Clients.NEW);
    var link = visitor.find("#summary a[href='#redirect_uris']");
    assertThat(link.getText()).isEqualTo(visitor.text("#redirect_uris-failure"));
    var field = visitor.find("#redirect_uris");
    assertThat(field.getAttribute("aria-describedby")).isEqualTo("redirect_uris-failure");
    assertThat(field.getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(visitor.find("#name").getAttribute("value")).isEqualTo("Harbour");
    visitor.open("/admin/clients");
    assertThat(visitor.findAll(".list .name")).noneMatch(name -> name.getText().equals("Harbour"));
  }

  @Test
  void whoIsNoAdministratorFindsNoSuchPage() {
    visitor.open("/admin/clients");
    visitor.signIn("alice");
    visitor.awaitTitle("Error: This page does not exist · Sallyport");
    assertThat(visitor.driver().getPageSource()).doesNotContain("demo-web");
    visitor.open("/");
    assertThat(visitor.findAll("a[href*=admin]")).isEmpty();
  }
}
