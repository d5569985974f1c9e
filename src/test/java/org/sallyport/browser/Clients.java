package org.sallyport.browser;

import org.openqa.selenium.By;

/** The administrator's list of clients, as a visitor uses it. */
record Clients(Visitor administrator) {

  static final String TITLE = "Clients · Sallyport";

  /** What the page shows once about a new client; a public one has no secret. */
  record Created(String id, String secret) {}

  /** Signs in and shows the list. */
  void enter() {
    administrator.open("/admin/clients");
    administrator.signIn("admin");
    administrator.awaitTitle(TITLE);
  }

  /** Registers a confidential client for people who sign in. */
  Created create(String name, String redirectUri, String scopes) {
    fillIn(name, redirectUri, scopes);
    administrator.press("#create");
    return created();
  }

  void fillIn(String name, String redirectUri, String scopes) {
    administrator.type("name", name);
    administrator.type("redirect_uris", redirectUri);
    administrator.type("scopes", scopes);
  }

  Created created() {
    var facts = administrator.findAll(".panel.good dd");
    var secret = facts.size() < 2 ? null : facts.get(1).getText();
    return new Created(facts.get(0).getText(), secret);
  }

  /** Whether the list has the client. */
  boolean lists(String id) {
    administrator.open("/admin/clients?q=" + id);
    return administrator.findAll(".list tbody th code").stream()
        .anyMatch(code -> code.getText().equals(id));
  }

  /** Asks for the deletion of a client and waits for the question. */
  void askToDelete(String id) {
    administrator.open("/admin/clients?q=" + id);
    administrator.press(".list a[href*='delete=" + id + "']");
    administrator.driver().findElement(By.id("delete"));
  }
}
