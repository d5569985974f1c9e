package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.CodeFlow;
import org.sallyport.testing.People;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** What ends when a password changes or an account is switched off: all that came before. */
class EndedAccessIT {

  private static final Server SERVER = Server.shared();
  private static final People PEOPLE = new People(SERVER);
  private static final App OPAQUE =
      new Administration(SERVER)
          .register(
              App.WEB.redirectUri(),
              "name",
              "Opaque tokens",
              "grant_types",
              "authorization_code",
              "grant_types",
              "refresh_token",
              "redirect_uris",
              App.WEB.redirectUri(),
              "scopes",
              "read write",
              "token_format",
              "opaque");

  /** Everything that a person can have given, alive. */
  private record Everything(
      Person elsewhere, CodeFlow waiting, String code, String jwt, String opaque, String refresh) {

    static Everything of(People.Made made) {
      var person = Person.with(SERVER, made.person().username(), People.PASSWORD).loggedIn();
      var tokens = App.WEB.flow(SERVER).tokens(person);
      var opaque = OPAQUE.flow(SERVER).tokens(person);
      var waiting = App.SPA.flow(SERVER);
      var everything =
          new Everything(
              person,
              waiting,
              waiting.code(person),
              tokens.getAccessToken().getValue(),
              opaque.getAccessToken().getValue(),
              tokens.getRefreshToken().getValue());
      assertThat(isActive(everything.jwt)).isTrue();
      assertThat(isActive(everything.opaque)).isTrue();
      assertThat(isActive(everything.refresh)).isTrue();
      assertThat(everything.elsewhere.open("/").body()).contains("You are signed in");
      return everything;
    }

    void assertDead() {
      assertThat(elsewhere.open("/").body()).doesNotContain("You are signed in");
      assertThat(elsewhere.open("/account/password").address().getPath()).isEqualTo("/login");
      TokenErrorsIT.assertError(waiting.redeem(code), "invalid_grant");
      assertThat(isActive(jwt)).isFalse();
      assertThat(isActive(opaque)).isFalse();
      assertThat(isActive(refresh)).isFalse();
      TokenErrorsIT.assertError(
          App.WEB.post(SERVER, "/token", "grant_type", "refresh_token", "refresh_token", refresh),
          "invalid_grant");
    }
  }

  @Test
  void S17_changingThePasswordEndsAllThatCameBefore() {
    var made = PEOPLE.person(newName());
    var everything = Everything.of(made);
    var person = made.person().loggedIn();
    var before = person.cookies().get("sallyport_session");
    var home =
        person.press(
            person.open("/account/password"),
            "change",
            "current_password",
            People.PASSWORD,
            "new_password",
            "another kettle of hills",
            "new_password_again",
            "another kettle of hills");
    assertThat(home.body()).contains("Your password was changed");
    assertThat(person.cookies().get("sallyport_session")).as("S10: a new id").isNotEqualTo(before);
    everything.assertDead();
    var old = Person.with(SERVER, person.username(), "another kettle of hills");
    old.cookies().put("sallyport_session", before);
    assertThat(old.open("/").body()).as("the old id").doesNotContain("You are signed in");
    assertThat(old.loggedIn().open("/").body()).contains("You are signed in");
    assertThat(App.WEB.flow(SERVER).tokens(person)).as("this login goes on").isNotNull();
  }

  @Test
  void S17_switchingAnAccountOffEndsAllAtOnceAndForGood() {
    var made = PEOPLE.person(newName());
    var everything = Everything.of(made);
    var link = PEOPLE.resetLink(made.id());
    assertThat(PEOPLE.press(made.id(), "disable").body()).contains("Switched off");
    everything.assertDead();
    assertThat(made.person().open(link).status()).isEqualTo(404);
    assertThat(made.person().logIn(made.person().open("/login")).body())
        .contains("The username or the password is not right");
    assertThat(PEOPLE.press(made.id(), "enable").body()).contains("The account is switched on");
    everything.assertDead();
    assertThat(made.person().loggedIn().open("/").body()).contains("You are signed in");
  }

  @Test
  void S17_deletingAPersonEndsAllAtOnce() {
    var made = PEOPLE.person(newName());
    var everything = Everything.of(made);
    var administrator = PEOPLE.administrator();
    var question = administrator.open("/admin/users/edit?id=" + made.id() + "&delete=1");
    assertThat(question.body())
        .contains("Delete " + made.person().username() + "?")
        .as("two applications")
        .containsPattern("<dd( class=\"\")?>2</dd>");
    var list = administrator.press(question, "delete");
    assertThat(list.body()).contains("The user was deleted");
    everything.assertDead();
    assertThat(PEOPLE.edit(made.id()).status()).isEqualTo(404);
    assertThat(made.person().logIn(made.person().open("/login")).body())
        .contains("The username or the password is not right");
  }

  @Test
  void anAdministratorEndsLoginsAndGrantsApart() {
    var made = PEOPLE.person(newName());
    var everything = Everything.of(made);
    PEOPLE.press(made.id(), "end_sessions");
    assertThat(everything.elsewhere().open("/").body()).doesNotContain("You are signed in");
    assertThat(isActive(everything.jwt())).as("applications stay connected").isTrue();
    PEOPLE.press(made.id(), "revoke_all");
    everything.assertDead();
    assertThat(PEOPLE.edit(made.id()).body()).contains("No application is connected");
  }

  @Test
  void anAdministratorEndsOneGrantOfItsPersonOnly() {
    var made = PEOPLE.person(newName());
    var everything = Everything.of(made);
    var other = PEOPLE.person(newName());
    var page = PEOPLE.edit(made.id());
    assertThat(page.body()).contains("Demo web application", "Opaque tokens");
    var grant =
        page.body()
            .replaceAll("(?s).*<code>demo-web</code>", "")
            .replaceAll("(?s)^.*?revoke=([0-9a-f-]{36}).*$", "$1");
    var asked = "/admin/users/edit?id=%s&revoke=" + grant;
    var question = PEOPLE.administrator().open(asked.formatted(made.id()));
    assertThat(question.body()).contains("Disconnect Demo web application?");
    PEOPLE.administrator().press(question, "revoke", "id", other.id());
    assertThat(isActive(everything.jwt())).as("another person's page").isTrue();
    var done = PEOPLE.administrator().press(question, "revoke");
    assertThat(done.body()).contains("The connection has ended").doesNotContain(">demo-web<");
    assertThat(isActive(everything.jwt())).isFalse();
    assertThat(isActive(everything.opaque())).isTrue();
  }

  private static String newName() {
    return "person-" + UUID.randomUUID();
  }

  private static boolean isActive(String token) {
    return App.API.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }
}
