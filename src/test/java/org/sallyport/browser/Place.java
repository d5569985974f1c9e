package org.sallyport.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.UUID;
import java.util.stream.IntStream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.sallyport.testing.Administration;
import org.sallyport.testing.People;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Every page, in every state that people can bring it into, and how they get there. */
enum Place {
  HOME("Sign in once, safely") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/");
    }
  },
  HOME_OF_A_PERSON("You are signed in") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/login");
      visitor.signIn("alice");
    }
  },
  HOME_OF_AN_ADMINISTRATOR("You are signed in") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/login");
      visitor.signIn("admin");
    }
  },
  LOGIN("Sign in") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open(application.askingAnew().url());
    }
  },
  SWITCH("Switch account?") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/login");
      visitor.signIn("alice");
      visitor.awaitTitle(HOME_OF_A_PERSON.title());
      var hint = "Donaudampfschifffahrtsgesellschaft".repeat(3);
      visitor.open(application.askingAnew().url() + "&login_hint=" + hint);
    }
  },
  LOGIN_FAILED("Error: Sign in") {
    @Override
    void enter(Visitor visitor, Application application) {
      LOGIN.enter(visitor, application);
      visitor.signIn("alice", "wrong");
    }
  },
  LOGIN_THROTTLED("Error: Sign in", 429) {
    @Override
    void enter(Visitor visitor, Application application) {
      LOGIN.enter(visitor, application);
      var tries = 0;
      do {
        visitor.signIn("someone who guesses", "wrong");
      } while (++tries < 7 && !visitor.text("[role=alert]").contains("You can try again in"));
    }
  },
  LOGIN_BY_A_FORGED_FORM("Error: Sign in") {
    @Override
    void enter(Visitor visitor, Application application) {
      LOGIN.enter(visitor, application);
      visitor.forge("csrf", "forged");
      visitor.signIn("alice");
    }
  },
  CONSENT("Allow access") {
    @Override
    void enter(Visitor visitor, Application application) {
      LOGIN.enter(visitor, application);
      visitor.signIn("alice");
    }
  },
  CONSENT_ANSWERED("Error: You have answered this already", 400) {
    @Override
    void enter(Visitor visitor, Application application) {
      var attempt = application.askingAnew();
      visitor.open(attempt.url());
      visitor.signIn("alice");
      visitor.press("#allow");
      application.redeem(application.codeFor(attempt), attempt);
      visitor.back();
      visitor.press("#allow");
    }
  },
  DEVICE_CODE("Connect a device") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/device");
      visitor.signIn("alice");
    }
  },
  DEVICE_CODE_REFUSED("Error: Connect a device") {
    @Override
    void enter(Visitor visitor, Application application) {
      DEVICE_CODE.enter(visitor, application);
      visitor.awaitTitle(DEVICE_CODE.title());
      visitor.type("user_code", "no code");
      visitor.press("#look");
    }
  },
  DEVICE("Connect this device?") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open(Terminal.asking().address());
      visitor.signIn("bob");
    }
  },
  DEVICE_CONNECTED("Your device is connected") {
    @Override
    void enter(Visitor visitor, Application application) {
      DEVICE.enter(visitor, application);
      visitor.awaitTitle(DEVICE.title());
      visitor.press("#allow");
    }
  },
  DEVICE_TURNED_AWAY("The device was turned away") {
    @Override
    void enter(Visitor visitor, Application application) {
      DEVICE.enter(visitor, application);
      visitor.awaitTitle(DEVICE.title());
      visitor.press("#deny");
    }
  },
  LOGOUT("Sign out") {
    @Override
    void enter(Visitor visitor, Application application) {
      HOME_OF_A_PERSON.enter(visitor, application);
      visitor.open("/logout");
    }
  },
  LOGOUT_DONE("You are signed out") {
    @Override
    void enter(Visitor visitor, Application application) {
      LOGOUT.enter(visitor, application);
      visitor.press("#logout");
    }
  },
  LOGOUT_OF_NOBODY("Sign out") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/logout");
    }
  },
  EXPIRED("Error: This page is no longer valid", 400) {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/consent?tx=abc");
    }
  },
  UNKNOWN_CLIENT("Error: We don’t know this application", 400) {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/authorize?client_id=nobody");
    }
  },
  UNKNOWN_REDIRECT("Error: We can’t send you back", 400) {
    @Override
    void enter(Visitor visitor, Application application) {
      var uri = "http://127.0.0.1:9090/callback/" + "of-a-very-long-name/".repeat(20);
      visitor.open("/authorize?client_id=demo-web&redirect_uri=" + URLEncoder.encode(uri, UTF_8));
    }
  },
  MALFORMED_REQUEST("Error: This request can’t be completed", 400) {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/authorize?client_id=%ff");
    }
  },
  ACCOUNT_PASSWORD("Change password") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/account/password");
      visitor.signIn("alice");
    }
  },
  ACCOUNT_PASSWORD_REFUSED("Error: Change password") {
    @Override
    void enter(Visitor visitor, Application application) {
      ACCOUNT_PASSWORD.enter(visitor, application);
      visitor.awaitTitle(ACCOUNT_PASSWORD.title());
      visitor.type("current_password", "alice-in-demo-land");
      new Users(visitor).choose("alice", "alice", "#change");
    }
  },
  ACCOUNT("Your account") {
    @Override
    void enter(Visitor visitor, Application application) {
      var name = "Donaudampfschifffahrtsgesellschaft " + UUID.randomUUID();
      var server = Server.shared();
      new People(server).person(name);
      Person.with(server, name, People.PASSWORD).loggedIn();
      var attempt = application.askingAnew();
      visitor.open(attempt.url());
      visitor.signIn(name, People.PASSWORD);
      visitor.press("#allow");
      application.redeem(application.codeFor(attempt), attempt);
      visitor.open("/account");
    }
  },
  ACCOUNT_OF_A_NEWCOMER("Your account") {
    @Override
    void enter(Visitor visitor, Application application) {
      var name = "newcomer " + UUID.randomUUID();
      new People(Server.shared()).person(name);
      visitor.open("/account");
      visitor.signIn(name, People.PASSWORD);
    }
  },
  ACCOUNT_DISCONNECT("Disconnect an application") {
    @Override
    void enter(Visitor visitor, Application application) {
      ACCOUNT.enter(visitor, application);
      visitor.press("a[href*='/account/disconnect?id=']");
    }
  },
  ACCOUNT_DISCONNECT_REFUSED("Error: Disconnect an application") {
    @Override
    void enter(Visitor visitor, Application application) {
      ACCOUNT_DISCONNECT.enter(visitor, application);
      visitor.awaitTitle(ACCOUNT_DISCONNECT.title());
      visitor.forge("csrf", "forged");
      visitor.press("#disconnect");
    }
  },
  ACCOUNT_DISCONNECTED("Your account") {
    @Override
    void enter(Visitor visitor, Application application) {
      ACCOUNT_DISCONNECT.enter(visitor, application);
      visitor.awaitTitle(ACCOUNT_DISCONNECT.title());
      visitor.press("#disconnect");
    }
  },
  ACCOUNT_END("Sign out elsewhere") {
    @Override
    void enter(Visitor visitor, Application application) {
      ACCOUNT.enter(visitor, application);
      visitor.press("a[href*='/account/end?id=']");
    }
  },
  ACCOUNT_END_OTHERS("Sign out everywhere else") {
    @Override
    void enter(Visitor visitor, Application application) {
      ACCOUNT_OF_A_NEWCOMER.enter(visitor, application);
      visitor.awaitTitle(ACCOUNT_OF_A_NEWCOMER.title());
      visitor.open("/account/end");
    }
  },
  ACCOUNT_LOG("What happened") {
    @Override
    void enter(Visitor visitor, Application application) {
      ACCOUNT.enter(visitor, application);
      visitor.open("/account/log");
    }
  },
  PASSWORD_RESET("Choose a new password") {
    @Override
    void enter(Visitor visitor, Application application) {
      var users = new Users(visitor);
      users.enter();
      var link = users.create(Users.newName());
      visitor.forget();
      visitor.open(link.substring(link.indexOf("/password/reset")));
    }
  },
  PASSWORD_RESET_REFUSED("Error: Choose a new password") {
    @Override
    void enter(Visitor visitor, Application application) {
      PASSWORD_RESET.enter(visitor, application);
      new Users(visitor).choose(Users.PASSWORD, "something else", "#reset");
    }
  },
  PASSWORD_WAS_RESET("Sign in") {
    @Override
    void enter(Visitor visitor, Application application) {
      PASSWORD_RESET.enter(visitor, application);
      new Users(visitor).choose(Users.PASSWORD, Users.PASSWORD, "#reset");
    }
  },
  RESET_LINK_UNUSABLE("Error: This link can’t be used", 404) {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/password/reset?token=used");
    }
  },
  NEWCOMER("Choose your own password") {
    @Override
    void enter(Visitor visitor, Application application) {
      var users = new Users(visitor);
      var name = Users.newName();
      users.enter();
      users.createWithPassword(name, Users.Start.AFTER_A_CHANGE);
      visitor.forget();
      visitor.open("/login");
      visitor.signIn(name, Users.PASSWORD);
    }
  },
  NEWCOMER_REFUSED("Error: Choose your own password") {
    @Override
    void enter(Visitor visitor, Application application) {
      NEWCOMER.enter(visitor, application);
      visitor.awaitTitle(NEWCOMER.title());
      new Users(visitor).choose(Users.PASSWORD, Users.PASSWORD, "#choose");
    }
  },
  USER_NEW("New user") {
    @Override
    void enter(Visitor visitor, Application application) {
      new Users(visitor).enter();
    }
  },
  USER_NEW_REFUSED("Error: New user") {
    @Override
    void enter(Visitor visitor, Application application) {
      new Users(visitor).enter();
      visitor.find("[name=access][value=password]").click();
      visitor.type("initial_password", "password");
      visitor.press("#create");
    }
  },
  USER_CREATED("New user") {
    @Override
    void enter(Visitor visitor, Application application) {
      var users = new Users(visitor);
      users.enter();
      users.create("Donaudampfschifffahrtsgesellschaft".repeat(2) + Users.newName());
    }
  },
  USER("bob") {
    @Override
    void enter(Visitor visitor, Application application) {
      var attempt = application.askingAnew();
      visitor.open(attempt.url());
      visitor.signIn("bob");
      visitor.press("#allow");
      var answer = application.redeem(application.codeFor(attempt), attempt);
      visitor.forget();
      visitor.open("/admin/users/edit?id=" + Users.idIn(answer));
      visitor.signIn("admin");
    }
  },
  USER_REFUSED("Error: bob") {
    @Override
    void enter(Visitor visitor, Application application) {
      USER.enter(visitor, application);
      visitor.awaitTitle(USER.title());
      visitor.type("username", "alice");
      visitor.press("#save");
    }
  },
  USER_WITH_A_LINK("bob") {
    @Override
    void enter(Visitor visitor, Application application) {
      USER.enter(visitor, application);
      visitor.awaitTitle(USER.title());
      visitor.press("#reset");
    }
  },
  USER_TO_DISCONNECT("bob") {
    @Override
    void enter(Visitor visitor, Application application) {
      USER.enter(visitor, application);
      visitor.awaitTitle(USER.title());
      visitor.press(".list a[href*=revoke]");
    }
  },
  USER_TO_DELETE("bob") {
    @Override
    void enter(Visitor visitor, Application application) {
      USER.enter(visitor, application);
      visitor.awaitTitle(USER.title());
      visitor.press("a[href*='delete=1']");
    }
  },
  AUTHORIZED("You are connected") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/authorization-successful");
    }
  },
  NOT_FOUND("Error: This page does not exist", 404) {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/no/such/page");
    }
  },
  NOT_FOR_BROWSERS("Error: This address can’t be used this way", 405) {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/token");
    }
  },
  CLIENTS("Clients") {
    @Override
    void enter(Visitor visitor, Application application) {
      new Clients(visitor).enter();
    }
  },
  CLIENTS_ON_PAGES("Clients") {
    @Override
    void enter(Visitor visitor, Application application) {
      CLIENTS.enter(visitor, application);
      if (visitor.findAll(".pages").isEmpty()) {
        var administration = new Administration(Server.shared());
        IntStream.range(0, 26)
            .forEach(n -> administration.register("public", "Page " + n, "https://page.example/"));
      }
      visitor.open("/admin/clients?sort=id&page=2");
      visitor.find(".pages [rel=prev]");
    }
  },
  CLIENTS_NOT_FOUND("Clients") {
    @Override
    void enter(Visitor visitor, Application application) {
      CLIENTS.enter(visitor, application);
      visitor.open("/admin/clients?q=nowhere&type=public&dir=desc&size=50");
    }
  },
  USERS("Users") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/admin/users");
      visitor.signIn("admin");
    }
  },
  SCOPES("Scopes") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/admin/scopes");
      visitor.signIn("admin");
    }
  },
  SCOPE_NEW("New scope") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/admin/scopes/new");
      visitor.signIn("admin");
    }
  },
  SCOPE_REFUSED("Error: New scope") {
    @Override
    void enter(Visitor visitor, Application application) {
      SCOPE_NEW.enter(visitor, application);
      visitor.type("name", "two words");
      visitor.press("#save");
    }
  },
  SCOPE_EDIT("Edit scope") {
    @Override
    void enter(Visitor visitor, Application application) {
      SCOPES.enter(visitor, application);
      visitor.open("/admin/scopes/edit?scope=read");
    }
  },
  SCOPE_PREVIEW("Preview") {
    @Override
    void enter(Visitor visitor, Application application) {
      SCOPES.enter(visitor, application);
      visitor.open("/admin/scopes/preview?scope=read");
    }
  },
  SCOPE_IN_USE("Delete scope") {
    @Override
    void enter(Visitor visitor, Application application) {
      SCOPES.enter(visitor, application);
      visitor.open("/admin/scopes/delete?scope=read");
    }
  },
  SCOPE_TO_DELETE("Delete scope") {
    @Override
    void enter(Visitor visitor, Application application) {
      var name = "calendar." + UUID.randomUUID();
      SCOPE_NEW.enter(visitor, application);
      visitor.type("name", name);
      visitor.type("description", "See your appointments");
      visitor.press("#save");
      visitor.open("/admin/scopes/delete?scope=" + name);
    }
  },
  KEYS("Keys") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/admin/keys");
      visitor.signIn("admin");
    }
  },
  KEY_TO_ROTATE("Rotate a key") {
    @Override
    void enter(Visitor visitor, Application application) {
      KEYS.enter(visitor, application);
      visitor.press("main a[href*='deed=rotate']");
    }
  },
  KEY_TO_REPLACE("Emergency rotation") {
    @Override
    void enter(Visitor visitor, Application application) {
      KEYS.enter(visitor, application);
      visitor.press("main a[href*='deed=replace']");
    }
  },
  KEY_REFUSED("Error: Emergency rotation") {
    @Override
    void enter(Visitor visitor, Application application) {
      KEY_TO_REPLACE.enter(visitor, application);
      visitor.forge("csrf", "forged");
      visitor.press("#act");
    }
  },
  AUDIT("Audit") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/admin/audit?kind=signins&from=2020-01-01");
      visitor.signIn("admin");
    }
  },
  AUDIT_EVENT("Event") {
    @Override
    void enter(Visitor visitor, Application application) {
      PUBLIC_CLIENT_CREATED.enter(visitor, application);
      visitor.open("/admin/audit?kind=clients");
      visitor.press(".list tbody a");
    }
  },
  API("API") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/admin/api");
      visitor.signIn("admin");
      visitor.awaitTitle(title());
      visitor.find(".operation summary").click();
    }
  },
  GRANTS("Grants") {
    @Override
    void enter(Visitor visitor, Application application) {
      USER.enter(visitor, application);
      visitor.awaitTitle(USER.title());
      visitor.open("/admin/grants");
    }
  },
  GRANT("A grant or token") {
    @Override
    void enter(Visitor visitor, Application application) {
      GRANTS.enter(visitor, application);
      visitor.open("/admin/grants?status=used");
      visitor.press(".list td.end a");
    }
  },
  TOKEN_UNKNOWN("Error: A grant or token") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/admin/grants/token");
      visitor.signIn("admin");
      visitor.type("token", "unknown");
      visitor.press("#inspect");
    }
  },
  GRANTS_TO_REVOKE("Revoke many grants") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/admin/grants/revoke?client=demo-web");
      visitor.signIn("admin");
    }
  },
  GRANTS_UNKNOWN("Error: Revoke many grants") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/admin/grants/revoke?user=nobody&client=nobody&before=never");
      visitor.signIn("admin");
    }
  },
  SESSIONS("Sign-ins") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/admin/sessions");
      visitor.signIn("admin");
    }
  },
  SESSION_TO_END("End a sign-in") {
    @Override
    void enter(Visitor visitor, Application application) {
      SESSIONS.enter(visitor, application);
      visitor.press(".list td.end a");
    }
  },
  SETUP_CHECK("Is this server as you want it?") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open(FreshServer.link());
    }
  },
  SETUP_ADMINISTRATOR("Who administers it?") {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open(FreshServer.link());
      visitor.press("form button");
    }
  },
  SETUP_REFUSED("Error: Who administers it?") {
    @Override
    void enter(Visitor visitor, Application application) {
      SETUP_ADMINISTRATOR.enter(visitor, application);
      visitor.type("username", "anna");
      visitor.type("password", "password");
      visitor.press("#appoint");
    }
  },
  CLIENTS_OF_OTHERS("Error: This page does not exist", 404) {
    @Override
    void enter(Visitor visitor, Application application) {
      visitor.open("/admin/clients");
      visitor.signIn("alice");
    }
  },
  CLIENT_KINDS("New client") {
    @Override
    void enter(Visitor visitor, Application application) {
      CLIENTS.enter(visitor, application);
      visitor.open("/admin/clients/new");
    }
  },
  CLIENT_NEW("New client") {
    @Override
    void enter(Visitor visitor, Application application) {
      CLIENT_KINDS.enter(visitor, application);
      visitor.press("#type-native");
      visitor.unfold("details");
    }
  },
  CLIENT_REFUSED("Error: New client") {
    @Override
    void enter(Visitor visitor, Application application) {
      CLIENTS.enter(visitor, application);
      new Clients(visitor).fillIn("", "here://", "");
      visitor.unfold("details");
      visitor.findAll("[name=grant_types]:checked").forEach(WebElement::click);
      visitor.type("origins", "nowhere");
      visitor.type("access_lifetime", "soon");
      visitor.find("#trusted").click();
      visitor.press("#create");
    }
  },
  CLIENT_CREATED("The client was created") {
    @Override
    void enter(Visitor visitor, Application application) {
      CLIENTS.enter(visitor, application);
      var uri = "https://application.example/" + "of-a-very-long-name/".repeat(10);
      new Clients(visitor).create("Donaudampfschifffahrtsgesellschaft".repeat(2), uri, "read");
    }
  },
  PUBLIC_CLIENT_CREATED("The client was created") {
    @Override
    void enter(Visitor visitor, Application application) {
      CLIENTS.enter(visitor, application);
      new Clients(visitor).fillIn("spa", "عميل عام", "https://application.example/callback", "");
      visitor.press("#create");
    }
  },
  CLIENT_EDIT("Client") {
    @Override
    void enter(Visitor visitor, Application application) {
      CLIENTS.enter(visitor, application);
      visitor.open("/admin/clients/edit?id=demo-web");
      visitor.findAll("summary").forEach(WebElement::click);
    }
  },
  CLIENT_EDIT_REFUSED("Error: Client") {
    @Override
    void enter(Visitor visitor, Application application) {
      CLIENT_EDIT.enter(visitor, application);
      visitor.type("name", "");
      visitor.type("redirect_uris", "nowhere");
      visitor.press("#save");
    }
  },
  CLIENT_CHANGED_BY_ANOTHER("Error: Client") {
    @Override
    void enter(Visitor visitor, Application application) {
      PUBLIC_CLIENT_CREATED.enter(visitor, application);
      visitor.press("main .actions a");
      var form = visitor.address();
      visitor.forge("version", "1");
      visitor.type("name", "Before");
      visitor.press("#save");
      visitor.open(form);
      visitor.forge("version", "1");
      visitor.forge("base", "{}");
      visitor.type("name", "Donaudampfschifffahrtsgesellschaft".repeat(2));
      visitor.press("#save");
    }
  },
  CLIENT_SECRET_ADDED("Client") {
    @Override
    void enter(Visitor visitor, Application application) {
      CLIENT_CREATED.enter(visitor, application);
      visitor.press("main .actions a");
      visitor.press("#add_secret");
    }
  },
  CLIENT_OFF("Client") {
    @Override
    void enter(Visitor visitor, Application application) {
      CLIENT_CREATED.enter(visitor, application);
      visitor.press("main .actions a");
      visitor.findAll("summary").forEach(WebElement::click);
      visitor.press("#deactivate");
    }
  },
  CLIENT_TO_DELETE("Delete a client") {
    @Override
    void enter(Visitor visitor, Application application) {
      CLIENTS.enter(visitor, application);
      new Clients(visitor).askToDelete("demo-machine");
    }
  },
  CLIENT_DELETED("Clients") {
    @Override
    void enter(Visitor visitor, Application application) {
      CLIENTS.enter(visitor, application);
      var clients = new Clients(visitor);
      var created = clients.create("Gone", "https://application.example/callback", "read");
      clients.askToDelete(created.id());
      visitor.press("#delete");
      visitor.driver().findElement(By.cssSelector("[role=status]"));
    }
  };

  private final String title;
  private final int status;

  Place(String title) {
    this(title, 200);
  }

  Place(String title, int status) {
    this.title = title;
    this.status = status;
  }

  /** Goes there, with a browser that nobody is signed in with. */
  abstract void enter(Visitor visitor, Application application);

  String title() {
    return title + " · Sallyport";
  }

  int status() {
    return status;
  }
}
