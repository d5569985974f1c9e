package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.People;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** The administrators' pages about people. */
class AdminUsersIT {

  private static final Server SERVER = Server.shared();
  private static final People PEOPLE = new People(SERVER);

  @Test
  void whoIsNoAdministratorFindsNoSuchPage() {
    var made = PEOPLE.person(newName());
    var person = made.person();
    var edit = "/admin/users/edit?id=" + made.id();
    var login = person.open(edit);
    assertThat(login.address().getPath()).isEqualTo("/login");
    assertThat(person.logIn(login).status()).isEqualTo(404);
    assertThat(person.open("/admin/users/new").status()).isEqualTo(404);
    var form = PEOPLE.administrator().open("/admin/users/new");
    var name = newName();
    assertThat(person.press(form, "create", "username", name).status()).isEqualTo(404);
    assertThat(person.press(PEOPLE.edit(made.id()), "disable").status()).isEqualTo(404);
    assertThat(PEOPLE.edit(made.id()).body()).contains("Active");
    assertThat(PEOPLE.person(name)).as("the name is free").isNotNull();
  }

  @Test
  void anAdministratorWhoMustLogInComesBackToThePerson() {
    var made = PEOPLE.person(newName());
    var admin = Person.of(SERVER, "admin");
    var page = admin.logIn(admin.open("/admin/users/edit?id=" + made.id()));
    assertThat(page.body()).contains("<h1>" + made.person().username() + "</h1>", made.id());
  }

  @Test
  void aNewPersonGetsALinkThatIsShownOnce() {
    var name = newName();
    var page = PEOPLE.create(name, "access", "link", "must_change", "true");
    var link = People.linkIn(page);
    assertThat(PEOPLE.edit(People.idIn(page)).body())
        .contains("No password yet")
        .doesNotContain("token=");
    var person = Person.with(SERVER, name, People.PASSWORD);
    var form = person.open(link);
    var login =
        person.press(
            form, "reset", "new_password", People.PASSWORD, "new_password_again", People.PASSWORD);
    assertThat(person.logIn(login).body()).contains("You are signed in");
  }

  @Test
  void aNameIsGivenOnceWhateverItsSpelling() {
    var name = newName();
    PEOPLE.person(name);
    for (var spelling : new String[] {name, name.toUpperCase(), " " + name + " "}) {
      var page = PEOPLE.create(spelling, "access", "link");
      assertThat(page.body()).contains("Somebody has this name already").doesNotContain("token=");
    }
    var other = PEOPLE.person(newName());
    var page = PEOPLE.press(other.id(), "save", "username", name.toUpperCase());
    assertThat(page.body()).contains("Somebody has this name already", name.toUpperCase());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "line\r\nbreak", "bell\u0007", "\u202egnp"})
  void S26_aNameThatCanNotBePrintedIsRefused(String name) {
    assertThat(PEOPLE.create(name, "access", "link").body())
        .contains("Give a name of at most 256 printable characters");
  }

  @Test
  void S26_aNameWithMarkupIsText() {
    var page = PEOPLE.create("<b>\"&#{x}" + newName(), "access", "link");
    assertThat(PEOPLE.edit(People.idIn(page)).body()).contains("&lt;b&gt;").doesNotContain("<b>");
  }

  @Test
  void aPoorInitialPasswordIsRefusedAndNotShownAgain() {
    var page = PEOPLE.create(newName(), "access", "password", "initial_password", "qwertyuiop123");
    assertThat(page.body())
        .contains("one of those that are tried first")
        .doesNotContain("qwertyuiop123");
  }

  @Test
  void S10_withoutItsCsrfTokenNothingChanges() {
    var made = PEOPLE.person(newName());
    var other = Person.of(SERVER, "admin").loggedIn().open("/admin/users/new").value("csrf");
    var name = newName();
    for (var token : new String[] {"", "x", other}) {
      var page = PEOPLE.create(name, "access", "link", "csrf", token);
      assertThat(page.body()).contains("This page was open for too long").doesNotContain("token=");
      for (var button : new String[] {"save", "disable", "reset", "unlock", "end_sessions"}) {
        var refused = PEOPLE.press(made.id(), button, "csrf", token, "username", "forged");
        assertThat(refused.body()).as(button).contains("This page was open for too long");
        assertThat(refused.body()).doesNotContain("token=");
      }
      var question = PEOPLE.administrator().open("/admin/users/edit?id=" + made.id() + "&delete=1");
      PEOPLE.administrator().press(question, "delete", "csrf", token);
    }
    assertThat(PEOPLE.edit(made.id()).body()).contains("Active", made.person().username());
    assertThat(PEOPLE.person(name)).as("the name is free").isNotNull();
  }

  @Test
  void anotherAdministratorsChangeIsNotOverwrittenUnseen() {
    var made = PEOPLE.person(newName());
    var stale = PEOPLE.edit(made.id());
    PEOPLE.press(made.id(), "save", "administrator", "true");
    var name = newName();
    var told = PEOPLE.administrator().press(stale, "save", "username", name);
    assertThat(told.body()).contains("Somebody else has changed this account", name);
    assertThat(PEOPLE.edit(made.id()).body()).contains("<h1>" + made.person().username());
    var saved = PEOPLE.administrator().press(told, "save");
    assertThat(saved.body()).contains("The account was saved", "<h1>" + name + "</h1>");
  }

  @Test
  void unlockingLetsAPersonTryAgainAtOnce() {
    var made = PEOPLE.person(newName());
    var guess = Person.with(SERVER, made.person().username(), "a wrong guess");
    for (var i = 0; i < 5; i++) {
      guess.logIn(guess.open("/login"));
    }
    var person = made.person();
    assertThat(person.logIn(person.open("/login")).status()).isEqualTo(429);
    assertThat(PEOPLE.press(made.id(), "unlock").body()).contains("The account is unlocked");
    assertThat(person.logIn(person.open("/login")).body()).contains("You are signed in");
  }

  @Test
  void anUnknownPersonIsNotFound() {
    for (var id : new String[] {"", "x", UUID.randomUUID().toString()}) {
      assertThat(PEOPLE.edit(id).status()).isEqualTo(404);
    }
    assertThat(PEOPLE.administrator().open("/admin/users/edit").status()).isEqualTo(404);
  }

  @Test
  void whatIsDoneIsAuditedWithoutAnySecret() {
    var made = PEOPLE.person(newName());
    var token = PEOPLE.resetLink(made.id()).replaceAll(".*=", "");
    PEOPLE.press(made.id(), "disable");
    PEOPLE.press(made.id(), "enable");
    var log = SERVER.logText();
    assertThat(log)
        .contains("UserCreated[userId=" + made.id())
        .contains("UserChanged[userId=" + made.id() + ", change=reset link made")
        .contains("UserChanged[userId=" + made.id() + ", change=disabled")
        .contains("UserChanged[userId=" + made.id() + ", change=enabled")
        .doesNotContain(token, People.PASSWORD);
  }

  private static String newName() {
    return "person-" + UUID.randomUUID();
  }
}
