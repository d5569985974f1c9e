package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Administrators find grants and sign-ins, and end them: afterwards nothing of them is alive. */
class AdminGrantsIT {

  private static final Server SERVER = Server.shared();
  private static Administration administration;
  private static Person admin;

  @BeforeAll
  static void logIn() {
    administration = new Administration(SERVER);
    admin = administration.administrator();
  }

  private static App client(String name) {
    return administration.register(
        App.WEB.redirectUri(),
        "name",
        name,
        "type",
        "confidential",
        "grant_types",
        "authorization_code",
        "grant_types",
        "refresh_token",
        "grant_types",
        "client_credentials",
        "redirect_uris",
        App.WEB.redirectUri(),
        "scopes",
        "read");
  }

  private static Answer tokens(App client, Person person) {
    var flow = client.flow(SERVER);
    return flow.redeem(flow.code(person));
  }

  private static boolean isAlive(String token) {
    return App.API.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }

  private static Answer refresh(App client, Answer before) {
    return client.post(
        SERVER,
        "/token",
        "grant_type",
        "refresh_token",
        "refresh_token",
        before.text("refresh_token"));
  }

  private static void assertDead(App client, Answer tokens) {
    assertThat(isAlive(tokens.text("access_token"))).isFalse();
    assertThat(isAlive(tokens.text("refresh_token"))).isFalse();
    assertThat(refresh(client, tokens).error()).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/grants",
        "/admin/grants/revoke?user=bob",
        "/admin/grants/token",
        "/admin/grants/export.csv",
        "/admin/sessions",
        "/admin/sessions/end?id=x",
        "/admin/sessions/export.csv"
      })
  void whoIsNoAdministratorFindsNothing(String path) {
    assertThat(Person.of(SERVER, "bob").loggedIn().get(path).status()).isEqualTo(404);
  }

  @Test
  void aGrantIsFoundAndEndsWithAllThatItGave() {
    var client = client("One grant");
    var tokens = tokens(client, Person.of(SERVER, "bob").loggedIn());
    var list = admin.open("/admin/grants?q=" + client.id()).body();
    assertThat(list).contains("One grant", ">bob<");
    var link = list.replaceAll("(?s).*?(/admin/grants/token[^\"]*id=[0-9a-f-]{36}).*", "$1");

    var done = admin.press(admin.open(link), "revoke");

    assertThat(done.body()).contains("What you chose has ended.");
    assertDead(client, tokens);
    assertThat(admin.open("/admin/audit?q=" + client.id()).body()).contains("Grant revoked");
    assertThat(admin.open(link).body()).contains("This grant has ended already.");
  }

  @Test
  void manyGrantsAreCountedAndEndByPersonAndClient() {
    var one = client("Many, one");
    var other = client("Many, other");
    var bob = Person.of(SERVER, "bob").loggedIn();
    var alice = Person.of(SERVER, "alice").loggedIn();
    var dead = tokens(one, bob);
    var waiting = one.flow(SERVER);
    var code = waiting.code(bob);
    var othersClient = tokens(other, bob);
    var othersPerson = tokens(one, alice);
    var page = admin.open("/admin/grants/revoke?user=BOB&client=" + one.id());
    assertThat(page.body()).contains("End 2 grants?").doesNotContain("got for themselves");

    assertThat(admin.press(page, "revoke").body()).contains("What you chose has ended.");

    assertDead(one, dead);
    assertThat(code).isNotEmpty();
    assertThat(waiting.redeem(code).error()).isEqualTo("invalid_grant");
    assertThat(isAlive(othersClient.text("access_token"))).isTrue();
    assertThat(isAlive(othersPerson.text("access_token"))).isTrue();
  }

  @Test
  void byClientWhatItGotForItselfEndsTooAndItCanGoOn() {
    var client = client("By client");
    var tokens = tokens(client, Person.of(SERVER, "bob").loggedIn());
    var own = client.post(SERVER, "/token", "grant_type", "client_credentials");
    assertThat(isAlive(own.text("access_token"))).isTrue();
    var page = admin.open("/admin/grants/revoke?client=" + client.id());
    assertThat(page.body()).contains("End 1 grant?", "got for themselves");

    admin.press(page, "revoke");

    assertDead(client, tokens);
    assertThat(isAlive(own.text("access_token"))).isFalse();
    var again = tokens(client, Person.of(SERVER, "bob").loggedIn());
    assertThat(isAlive(again.text("access_token"))).isTrue();
  }

  @Test
  void beforeADayNothingOfTodayIsChosen() {
    var client = client("Before a day");
    tokens(client, Person.of(SERVER, "bob").loggedIn());
    var page = admin.open("/admin/grants/revoke?client=" + client.id() + "&before=2026-01-31");
    assertThat(page.body()).contains("No living grant is chosen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user=nobody", "client=nobody", "before=yesterday", "user=x&client=y"})
  void whatIsUnknownIsToldAndEndsNothing(String query) {
    var page = admin.open("/admin/grants/revoke?" + query);
    assertThat(page.body()).contains("<title>Error: ");
    assertThat(page.has("revoke")).isFalse();
  }

  @Test
  void aTokenThatIsPastedIsToldAndNeitherShownNorLogged() {
    var client = client("Pasted");
    var tokens = tokens(client, Person.of(SERVER, "bob").loggedIn());
    for (var token : new String[] {tokens.text("access_token"), tokens.text("refresh_token")}) {
      var page = admin.press(admin.open("/admin/grants/token"), "inspect", "token", token);
      assertThat(page.body()).contains("End what bob allowed Pasted?").doesNotContain(token);
      assertThat(SERVER.logText()).doesNotContain(token);
    }
    var page = admin.press(admin.open("/admin/grants/token"), "inspect", "token", "unknown");
    assertThat(page.body()).contains("<title>Error: ", "no token or grant of this server");
  }

  @Test
  void oneTokenEndsAndItsGrantGoesOn() {
    var client = client("One token");
    var tokens = tokens(client, Person.of(SERVER, "bob").loggedIn());
    var form = admin.open("/admin/grants/token");

    admin.press(form, "revoke_token", "token", tokens.text("access_token"));

    assertThat(isAlive(tokens.text("access_token"))).isFalse();
    assertThat(refresh(client, tokens).status()).isEqualTo(200);
  }

  @Test
  void S10_aForgedFormEndsNothing() {
    var client = client("Forged");
    var tokens = tokens(client, Person.of(SERVER, "bob").loggedIn());
    var page = admin.open("/admin/grants/revoke?client=" + client.id());
    assertThat(admin.press(page, "revoke", "csrf", "forged").body()).contains("<title>Error: ");
    assertThat(isAlive(tokens.text("access_token"))).isTrue();
  }

  @Test
  void aSignInEndsAndTheOthersOfThePersonStay() {
    var one = Person.of(SERVER, "bob").loggedIn();
    var other = Person.of(SERVER, "bob").loggedIn();
    var page = admin.open("/admin/sessions?q=bob");
    var newest =
        page.body().replaceAll("(?s).*?(/admin/sessions/end[^\"]*id=[0-9a-f-]{36}).*", "$1");

    var ask = admin.open(newest);
    assertThat(ask.body()).contains("Sign bob out?");
    assertThat(admin.press(ask, "end").body()).contains("The sign-in has ended.");

    assertThat(other.open("/account/password").has("login")).isTrue();
    assertThat(one.open("/account/password").has("login")).isFalse();
    var rest = admin.open("/admin/sessions?q=bob").body();
    var last = rest.replaceAll("(?s).*?(/admin/sessions/end[^\"]*id=[0-9a-f-]{36}).*", "$1");
    admin.press(admin.open(last), "end_all");
    assertThat(one.open("/account/password").has("login")).isTrue();
  }
}
