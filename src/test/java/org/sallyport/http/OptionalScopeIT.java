package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** A person leaves out an optional scope, and the token is narrower (RFC 6749 §3.3). */
class OptionalScopeIT {

  private static final Server SERVER = Server.shared();
  private static final String CALLBACK = "https://optional.example/callback";
  private final Person bob = Person.of(SERVER, "bob");

  @BeforeAll
  static void addScopes() {
    var admin = new Administration(SERVER).administrator();
    for (var name : new String[] {"photos", "contacts"}) {
      var form = admin.open("/admin/scopes/new");
      admin.press(form, "save", "name", name, "description", "See " + name, "is_optional", "true");
    }
  }

  private static App register(Administration administration) {
    return administration.register(
        CALLBACK,
        "name",
        "Album",
        "type",
        "confidential",
        "grant_types",
        "authorization_code",
        "grant_types",
        "refresh_token",
        "redirect_uris",
        CALLBACK,
        "scopes",
        "read photos contacts");
  }

  @Test
  void whatIsLeftOutIsNotInTheToken() {
    var app = register(new Administration(SERVER));
    var flow = app.flow(SERVER).with("scope", "read photos contacts");
    var page = bob.logIn(bob.open(flow.address()));
    assertThat(page.body()).contains("You may leave out", "See photos");
    var tokens = flow.tokens(flow.code(bob.press(page, "allow", "optional", "contacts")));
    assertThat(tokens.getAccessToken().getScope().toStringList())
        .containsExactly("read", "contacts");
  }

  @Test
  void whatWasLeftOutIsNotAskedAgainUntilTheRequestWantsIt() {
    var app = register(new Administration(SERVER));
    var first = app.flow(SERVER).with("scope", "read photos");
    bob.press(bob.logIn(bob.open(first.address())), "allow", "optional", "");
    var again = app.flow(SERVER).with("scope", "read photos");
    var tokens = again.tokens(again.code(bob.open(again.address())));
    assertThat(tokens.getAccessToken().getScope().toStringList()).containsExactly("read");

    var anew = app.flow(SERVER).with("scope", "read photos").with("prompt", "consent");
    var page = bob.open(anew.address());
    assertThat(page.form("allow").filled("allow"))
        .noneMatch(field -> field.name().equals("optional"));
    var wider = anew.tokens(anew.code(bob.press(page, "allow", "optional", "photos")));
    assertThat(wider.getAccessToken().getScope().toStringList()).containsExactly("read", "photos");
  }

  @Test
  void whoLeavesOutEverythingIsAskedAgain() {
    var app = register(new Administration(SERVER));
    var flow = app.flow(SERVER).with("scope", "photos");
    var page = bob.logIn(bob.open(flow.address()));
    var asked = bob.press(page, "allow", "optional", "");
    assertThat(asked.body()).contains("<title>Error: ", "You left out everything.");
    assertThat(flow.error(bob.press(asked, "deny"))).isEqualTo("access_denied");
  }
}
