package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.testing.App;
import org.sallyport.testing.Page;
import org.sallyport.testing.People;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Choosing a password: one's own, after a first login, and by a link. */
class PasswordIT {

  private static final Server SERVER = Server.shared();
  private static final People PEOPLE = new People(SERVER);
  private static final String ANOTHER = "nine kettles on a hill";

  @Test
  void whoIsNotLoggedInLogsInFirstAndComesBack() {
    var person = PEOPLE.person(newName()).person();
    var login = person.open("/account/password");
    assertThat(login.address().getPath()).isEqualTo("/login");
    assertThat(person.logIn(login).body()).contains("Change password");
  }

  @Test
  void aWrongCurrentPasswordChangesNothingAndIsSlowedDownLikeALogin() {
    var person = PEOPLE.person(newName()).person().loggedIn();
    for (var i = 0; i < 5; i++) {
      var page = change(person, "not the password " + i, ANOTHER, ANOTHER);
      assertThat(page.body()).contains("The current password is not right");
      assertThat(page.body()).contains("<title>Error: Change password");
    }
    var slow = change(person, People.PASSWORD, ANOTHER, ANOTHER);
    assertThat(slow.status()).isEqualTo(429);
    assertThat(slow.answer().header("Retry-After")).isNotEmpty();
    assertThat(slow.body()).contains("There were too many failed attempts", "You can try again in");
  }

  @ParameterizedTest
  @CsvSource({
    "short one, short one, Use at least 12 characters",
    "passwordpassword, passwordpassword, one of those that are tried first",
    "nine kettles on a hill, nine kettles on a bill, The two do not match",
    "grey hills and a kettle, grey hills and a kettle, This is the password that you have",
    "'', '', Use at least 12 characters",
  })
  void aPoorOrMistypedPasswordIsToldAndChangesNothing(String one, String two, String words) {
    var person = PEOPLE.person(newName()).person().loggedIn();
    var page = change(person, People.PASSWORD, one, two);
    assertThat(page.body()).contains(words, "There is a problem").doesNotContain("kettle");
    assertThat(Person.with(SERVER, person.username(), People.PASSWORD).loggedIn().open("/").body())
        .contains("You are signed in");
  }

  @Test
  void theUsernameIsNoPassword() {
    var person = PEOPLE.person(newName()).person().loggedIn();
    var page = change(person, People.PASSWORD, person.username() + "!", person.username() + "!");
    assertThat(page.body()).contains("must not have the username in it");
  }

  @Test
  void S10_withoutItsCsrfTokenNoPasswordChanges() {
    var made = PEOPLE.person(newName());
    var person = made.person().loggedIn();
    var other = PEOPLE.administrator().open("/account/password").value("csrf");
    for (var token : new String[] {"", "x", other}) {
      var page =
          person.press(
              person.open("/account/password"),
              "change",
              "csrf",
              token,
              "current_password",
              People.PASSWORD,
              "new_password",
              ANOTHER,
              "new_password_again",
              ANOTHER);
      assertThat(page.body()).contains("This page was open for too long");
      var link = PEOPLE.resetLink(made.id());
      var visitor = Person.with(SERVER, person.username(), People.PASSWORD);
      visitor.press(
          visitor.open(link),
          "reset",
          "csrf",
          token,
          "new_password",
          ANOTHER,
          "new_password_again",
          ANOTHER);
      assertThat(visitor.loggedIn().open("/").body()).contains("You are signed in");
    }
  }

  @Test
  void aNewcomerChoosesAPasswordAndOnlyThenGoesOnToTheClient() {
    var person = PEOPLE.newcomer(newName()).person();
    var flow = App.WEB.flow(SERVER);
    var page = person.logIn(person.open(flow.address()));
    assertThat(page.address().getPath()).isEqualTo("/password");
    assertThat(page.body()).contains("Choose your own password");
    var consent = choose(person, page, "choose");
    assertThat(consent.body()).contains("would like to use your account");
    var code = flow.code(person.press(consent, "allow"));
    assertThat(flow.tokens(code)).isNotNull();
    var old = Person.with(SERVER, person.username(), People.PASSWORD);
    assertThat(old.logIn(old.open("/login")).body()).contains("is not right");
  }

  @Test
  void aNewcomerIsNobodyUntilThen() {
    var made = PEOPLE.newcomer(newName());
    var person = made.person();
    person.logIn(person.open("/login"));
    for (var prompt : new String[] {"none", "login", "consent"}) {
      var flow = App.WEB.flow(SERVER).with("prompt", prompt);
      var page = person.open(flow.address());
      if (prompt.equals("none")) {
        assertThat(flow.error(page)).isEqualTo("login_required");
      } else {
        assertThat(page.address().getPath()).isIn("/login", "/password");
      }
    }
    assertThat(person.open("/").body()).doesNotContain("You are signed in");
    assertThat(person.open("/account/password").address().getPath()).isEqualTo("/password");
    assertThat(person.open("/admin/users/new").address().getPath()).isEqualTo("/password");
  }

  @Test
  void aNewcomerMayNotKeepThePassword() {
    var person = PEOPLE.newcomer(newName()).person();
    var page = person.logIn(person.open("/login"));
    var same =
        person.press(
            page, "choose", "new_password", People.PASSWORD, "new_password_again", People.PASSWORD);
    assertThat(same.body()).contains("This is the password that you have");
    var forged = person.press(page, "choose", "csrf", "x", "new_password", ANOTHER);
    assertThat(forged.body()).contains("This page was open for too long");
    var before = person.cookies().get("sallyport_session");
    assertThat(choose(person, same, "choose").body()).contains("You are signed in");
    assertThat(person.cookies().get("sallyport_session")).as("S10").isNotEqualTo(before);
    assertThat(person.open("/password").body()).contains("You are signed in");
  }

  @Test
  void aResetLinkWorksOnceThoughItMayBeOpenedOften() {
    var made = PEOPLE.person(newName());
    var link = PEOPLE.resetLink(made.id());
    var person = made.person();
    person.open(link);
    var page = person.open(link);
    assertThat(page.body()).contains("Choose a new password", person.username());
    var login = choose(person, page, "reset");
    assertThat(login.address().toString()).endsWith("/login?done=password");
    assertThat(login.body()).contains("Your password was changed. Sign in with the new one.");
    assertThat(person.open(link).status()).isEqualTo(404);
    assertThat(choose(person, page, "reset").status()).isEqualTo(404);
    var again = Person.with(SERVER, person.username(), ANOTHER).loggedIn();
    assertThat(again.open("/").body()).contains("You are signed in");
  }

  @Test
  void aPoorPasswordDoesNotUseTheLinkUp() {
    var made = PEOPLE.person(newName());
    var page = made.person().open(PEOPLE.resetLink(made.id()));
    var poor =
        made.person()
            .press(page, "reset", "new_password", "too short", "new_password_again", "too short");
    assertThat(poor.body()).contains("Use at least 12 characters");
    assertThat(choose(made.person(), poor, "reset").address().getPath()).isEqualTo("/login");
  }

  @Test
  void S19_anUnusableLinkTellsNothing() {
    var made = PEOPLE.person(newName());
    var replaced = PEOPLE.resetLink(made.id());
    PEOPLE.resetLink(made.id());
    var person = Person.of(SERVER, "alice");
    var unknown = plain(person.open("/password/reset?token=" + "x".repeat(64)));
    assertThat(unknown).contains("This link can’t be used");
    for (var address :
        new String[] {
          replaced,
          "/password/reset",
          "/password/reset?token=",
          "/password/reset?token=" + "x".repeat(5000),
          "/password/reset?token=" + made.id()
        }) {
      var page = person.open(address);
      assertThat(page.status()).isEqualTo(404);
      assertThat(plain(page)).isEqualTo(unknown);
    }
  }

  @Test
  void S24_theAddressOfAResetPageIsToldToNobody() {
    var made = PEOPLE.person(newName());
    var page = made.person().open(PEOPLE.resetLink(made.id()));
    assertThat(page.answer().header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.answer().header("Cache-Control")).contains("no-store");
    var token = page.value("token");
    assertThat(SERVER.logText()).doesNotContain(token);
  }

  private static Page change(Person person, String current, String one, String two) {
    return person.press(
        person.open("/account/password"),
        "change",
        "current_password",
        current,
        "new_password",
        one,
        "new_password_again",
        two);
  }

  private static Page choose(Person person, Page page, String button) {
    return person.press(page, button, "new_password", ANOTHER, "new_password_again", ANOTHER);
  }

  /** Without what differs at each answer. */
  private static String plain(Page page) {
    return page.body().replaceAll("<code>[^<]*</code>", "");
  }

  private static String newName() {
    return "person-" + UUID.randomUUID();
  }
}
