package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.App;
import org.sallyport.testing.People;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** What people do to their own account: they see what is connected, and end it themselves. */
class AccountIT {

  private static final Server SERVER = Server.shared();
  private static final People PEOPLE = new People(SERVER);
  private static final Pattern DISCONNECT =
      Pattern.compile("/account/disconnect\\?id=[0-9a-f-]{36}");
  private static final Pattern END = Pattern.compile("/account/end\\?id=[0-9a-f-]{36}");

  private final String name = "account " + UUID.randomUUID();
  private People.Made made;
  private Person person;

  @BeforeEach
  void create() {
    made = PEOPLE.person(name);
    person = made.person().loggedIn();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/account", "/account/log?page=2", "/account/disconnect", "/account/end?id=x"})
  void whoIsNotLoggedInLogsInFirst(String path) {
    var page = Person.of(SERVER, "alice").open(path);
    assertThat(page.has("login")).isTrue();
    var back = Person.of(SERVER, "alice");
    assertThat(back.logIn(back.open(path)).address().getPath()).startsWith("/account");
  }

  @Test
  void theHomePageLeadsThere() {
    assertThat(person.open("/").body()).contains("href=\"/account\"");
  }

  @Test
  void anApplicationIsShownWithItsScopesInWordsAndFromWhereItWasAllowed() {
    assertThat(person.open("/account").body()).contains("No application is connected");
    App.WEB.flow(SERVER).with("scope", "read write").tokens(person);
    var body = nearest("Demo web");
    assertThat(body.substring(0, body.indexOf("/account/disconnect")))
        .contains("Demo web application", "It is able to", "Last used", "Java-http-client")
        .contains("127.0.0.1");
    assertThat(person.open("/account").body()).doesNotContain(made.id());
  }

  @Test
  void aDisconnectedApplicationHasNothingLeftAndAsksAgain() {
    var tokens = App.WEB.flow(SERVER).tokens(person);
    var other = App.SPA.flow(SERVER).tokens(person);
    var waiting = App.WEB.flow(SERVER);
    var code = waiting.code(person);
    var page = person.open(link(DISCONNECT, nearest("Demo web")));
    assertThat(page.body()).contains("Disconnect Demo web application?");

    var done = person.press(page, "disconnect");

    assertThat(done.body()).contains("The application was disconnected.");
    assertThat(isAlive(tokens.getAccessToken().getValue())).isFalse();
    assertThat(isAlive(tokens.getRefreshToken().getValue())).isFalse();
    assertThat(waiting.redeem(code).error()).isEqualTo("invalid_grant");
    assertThat(isAlive(other.getAccessToken().getValue())).as("another application").isTrue();
    assertThat(person.open(App.WEB.flow(SERVER).address()).has("allow")).isTrue();
  }

  @Test
  void onAnotherDeviceTheSameApplicationGoesOn() {
    var here = App.WEB.flow(SERVER).tokens(person);
    var link = link(DISCONNECT, person.open("/account").body());
    var there = App.WEB.flow(SERVER).tokens(person);

    person.press(person.open(link), "disconnect");

    assertThat(isAlive(here.getRefreshToken().getValue())).isFalse();
    assertThat(isAlive(there.getRefreshToken().getValue())).isTrue();
  }

  @Test
  void allAreDisconnectedAtOnce() {
    var one = App.WEB.flow(SERVER).tokens(person);
    var two = App.SPA.flow(SERVER).tokens(person);

    var done = person.press(person.open("/account/disconnect"), "disconnect");

    assertThat(done.body()).contains("All applications were disconnected.");
    assertThat(isAlive(one.getAccessToken().getValue())).isFalse();
    assertThat(isAlive(two.getRefreshToken().getValue())).isFalse();
    assertThat(person.open(App.WEB.flow(SERVER).address()).has("allow")).isTrue();
  }

  @Test
  void S17_nobodyDisconnectsOrSeesWhatIsSomebodyElses() {
    var tokens = App.WEB.flow(SERVER).tokens(person);
    var link = link(DISCONNECT, person.open("/account").body());
    var browser = link(END, twice());
    var other = PEOPLE.person("other " + UUID.randomUUID()).person().loggedIn();

    assertThat(other.get(link).status()).isEqualTo(404);
    assertThat(other.get(browser).status()).isEqualTo(404);
    var form = other.open("/account/disconnect");
    var id = link.substring(link.indexOf('=') + 1);
    assertThat(other.send(form, "disconnect", "id", id).status()).isEqualTo(404);

    assertThat(isAlive(tokens.getRefreshToken().getValue())).isTrue();
  }

  /** A second browser; the page that the first one sees. */
  private String twice() {
    Person.with(SERVER, name, People.PASSWORD).loggedIn();
    return person.open("/account").body();
  }

  @Test
  void S10_aFormOfAnotherLoginDoesNothing() {
    var tokens = App.WEB.flow(SERVER).tokens(person);
    var page = person.open("/account/disconnect");
    var shown = person.press(page, "disconnect", "csrf", "forged");
    assertThat(shown.body()).contains("<title>Error: ");
    assertThat(isAlive(tokens.getRefreshToken().getValue())).isTrue();
    var one = person.open(link(DISCONNECT, person.open("/account").body())).value("csrf");
    assertThat(person.press(page, "disconnect", "csrf", one).body())
        .as("the answer to another question")
        .contains("<title>Error: ");
  }

  @Test
  void anotherBrowserIsSignedOutAndThisOneIsNot() {
    var other = Person.with(SERVER, name, People.PASSWORD).loggedIn();
    var body = person.open("/account").body();
    assertThat(body).containsOnlyOnce("This browser");

    var done = person.press(person.open(link(END, body)), "end");

    assertThat(done.body()).contains("That browser was signed out.");
    assertThat(other.open("/account").has("login")).isTrue();
    assertThat(person.open("/account").has("login")).isFalse();
  }

  @Test
  void aBrowserThatStaysSignedInDoesNotComeBack() {
    var other = remembered();
    var done = person.press(person.open(link(END, person.open("/account").body())), "end");
    assertThat(done.body()).contains("That browser was signed out.");
    assertThat(other.open("/account").has("login")).isTrue();
    assertThat(other.open("/login").has("login")).isTrue();
  }

  @Test
  void allOthersAreSignedOut() {
    var other = Person.with(SERVER, name, People.PASSWORD).loggedIn();
    var staying = remembered();
    var done = person.press(person.open("/account/end"), "end");
    assertThat(done.body()).contains("You are signed out everywhere else.");
    assertThat(other.open("/account").has("login")).isTrue();
    assertThat(staying.open("/login").has("login")).isTrue();
    assertThat(person.open("/account").has("login")).isFalse();
  }

  private Person remembered() {
    var other = Person.with(SERVER, name, People.PASSWORD);
    var fields =
        new String[] {"username", name, "password", People.PASSWORD, "remember_me", "true"};
    other.press(other.open("/login"), "login", fields);
    return other;
  }

  @Test
  void theLogIsInWordsAndTellsNothingOfAnAdministrator() {
    App.WEB.flow(SERVER).tokens(person);
    person.press(person.open("/account/disconnect"), "disconnect");
    PEOPLE.press(made.id(), "end_sessions");
    person.logIn(person.open("/login"));

    var body = person.open("/account/log").body();

    assertThat(body).contains("Signed in", "Consent given", "Connections ended", "You");
    var changed = body.substring(body.indexOf("User changed"), body.indexOf("Connections ended"));
    assertThat(changed).contains("An administrator").doesNotContain("127.0.0.1");
    assertThat(body).contains("Demo web application");
  }

  @Test
  void theLogHasPages() {
    for (var i = 0; i < 13; i++) {
      App.WEB.flow(SERVER).with("prompt", "consent").tokens(person);
      person.press(person.open("/account/disconnect"), "disconnect");
    }
    var first = person.open("/account/log").body();
    assertThat(first).contains("href=\"/account/log?page=2\"");
    var second = person.open("/account/log?page=2").body();
    assertThat(second).contains("href=\"/account/log\"").contains("User created");
    assertThat(person.open("/account/log?page=99999999999").status()).isEqualTo(200);
  }

  private String nearest(String application) {
    var body = person.open("/account").body();
    return body.substring(body.indexOf(application));
  }

  private static String link(Pattern kind, String body) {
    var hit = kind.matcher(body);
    if (!hit.find()) {
      throw new AssertionError("no " + kind + " in " + body);
    }
    return hit.group();
  }

  private static boolean isAlive(String token) {
    return App.API.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }
}
