package org.sallyport.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The administrator's pages of clients, as a visitor uses them. */
record Clients(Visitor administrator) {

  static final String TITLE = "Clients · Sallyport";
  static final String NEW = "New client · Sallyport";

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

  /** Fills in the form for a web application, but does not send it. */
  void fillIn(String name, String redirectUri, String scopes) {
    fillIn("web", name, redirectUri, scopes);
  }

  /** Fills in the form for a type, with no other scopes than these. */
  void fillIn(String type, String name, String redirectUri, String scopes) {
    administrator.open("/admin/clients/new");
    administrator.press("#type-" + type);
    administrator.awaitTitle(NEW);
    administrator.type("name", name);
    administrator.type("redirect_uris", redirectUri);
    var wanted = List.of(scopes.split(" "));
    administrator.findAll("[name=scopes]").stream()
        .filter(box -> box.isSelected() != wanted.contains(box.getAttribute("value")))
        .forEach(WebElement::click);
  }

  Created created() {
    var facts = administrator.findAll(".panel.good dd.code");
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
    administrator.open("/admin/clients/delete?id=" + id);
    administrator.driver().findElement(By.id("delete"));
  }
}
