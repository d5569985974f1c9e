package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.CodeFlow;
import org.sallyport.testing.Http;
import org.sallyport.testing.People;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Staying signed in by a cookie that changes with each use. */
class RememberIT {

  private static final Server SERVER = Server.shared();
  private static final People PEOPLE = new People(SERVER);
  private static final String COOKIE = "sallyport_remember";
  private static final String SESSION = "sallyport_session";

  private final People.Made made = PEOPLE.person("remembered " + UUID.randomUUID());
  private final Person person = made.person();

  @Test
  void aClosedBrowserIsSignedInAgainAndItsCookieChanges() {
    var answer = signIn(person);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(COOKIE + "=")
                    .containsIgnoringCase("path=/;")
                    .contains("Max-Age=2592000", "HttpOnly", "SameSite=Lax"));
    var first = close(person);
    var flow = App.WEB.flow(SERVER);
    var page = person.open(flow.address());
    assertThat(page.has("login")).isFalse();
    assertThat(flow.code(person.press(page, "allow"))).isNotEmpty();
    assertThat(person.cookies().get(COOKIE)).isNotEqualTo(first).hasSize(64);
    close(person);
    assertThat(person.open("/login").body()).contains("You are signed in");
  }

  @Test
  void aRequestWithoutAPageFindsIt() {
    signIn(person);
    person.allow(App.WEB.flow(SERVER).address());
    close(person);
    var flow = App.WEB.flow(SERVER).with("prompt", "none");
    assertThat(flow.code(person.open(flow.address()))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prompt=login", "max_age=0"})
  void aRequestForANewLoginIsNotServedByIt(String wish) {
    signIn(person);
    close(person);
    var pair = wish.split("=");
    var flow = App.WEB.flow(SERVER).with(pair[0], pair[1]);
    assertThat(person.open(flow.address()).has("login")).isTrue();
  }

  @Test
  void nobodyIsRememberedWhoDidNotAsk() {
    person.loggedIn();
    assertThat(person.cookies()).containsKey(SESSION).doesNotContainKey(COOKIE);
  }

  @Test
  void aCookieThatWasUsedBeforeEndsAllLoginsOfThePerson() {
    signIn(person);
    var thief = copyOf(person);
    for (var i = 0; i < 2; i++) {
      close(person);
      assertThat(isSignedIn(person)).isTrue();
    }
    assertThat(isSignedIn(thief)).as("an old value").isFalse();
    assertThat(isSignedIn(person)).as("the session").isFalse();
    assertThat(person.cookies()).as("the newest value").doesNotContainKey(COOKIE);
  }

  @Test
  void twoTabsThatStartTogetherAreBothSignedIn() {
    signIn(person);
    var tab = copyOf(person);
    close(person);
    assertThat(isSignedIn(person)).isTrue();
    assertThat(isSignedIn(tab)).isTrue();
    close(person);
    assertThat(isSignedIn(person)).as("the newest value").isTrue();
  }

  @Test
  void aLogoutForgets() {
    signIn(person);
    var copy = copyOf(person);
    person.press(person.open("/logout"), "logout");
    assertThat(person.cookies()).doesNotContainKeys(COOKIE, SESSION);
    assertThat(isSignedIn(copy)).isFalse();
  }

  @Test
  void aLogoutForgetsWhereTheSessionHasEndedToo() {
    signIn(person);
    close(person);
    person.press(person.open("/logout"), "logout");
    assertThat(person.cookies()).doesNotContainKeys(COOKIE, SESSION);
    assertThat(isSignedIn(person)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"end_sessions", "disable"})
  void anAdministratorEndsItToo(String button) {
    signIn(person);
    close(person);
    PEOPLE.press(made.id(), button);
    assertThat(isSignedIn(person)).isFalse();
    assertThat(person.cookies()).doesNotContainKey(COOKIE);
  }

  @Test
  void aSignInThatAnAdministratorEndsDoesNotComeBack() {
    signIn(person);
    var admin = Person.of(Server.shared(), "admin").loggedIn();
    var list = admin.open("/admin/sessions?" + Http.form("q", person.username())).body();
    var end = list.replaceAll("(?s).*?(/admin/sessions/end[^\"]*id=[0-9a-f-]{36}).*", "$1");
    admin.press(admin.open(end), "end");
    assertThat(isSignedIn(person)).isFalse();
    assertThat(person.cookies()).doesNotContainKey(COOKIE);
  }

  @Test
  void anotherPasswordEndsIt() {
    signIn(person);
    var elsewhere = copyOf(person);
    close(elsewhere);
    var page = person.open("/account/password");
    var next = "quite another kettle of hills";
    person.press(
        page,
        "change",
        "current_password",
        People.PASSWORD,
        "new_password",
        next,
        "new_password_again",
        next);
    assertThat(isSignedIn(person)).as("who changed it").isTrue();
    assertThat(isSignedIn(elsewhere)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
        "----------------------------------------------------------------",
        "x"
      })
  void aMadeUpCookieIsNobodys(String value) {
    person.cookies().put(COOKIE, value);
    assertThat(isSignedIn(person)).isFalse();
  }

  private Answer signIn(Person whom) {
    var page = whom.open("/login");
    return whom.send(
        page,
        "login",
        "username",
        whom.username(),
        "password",
        People.PASSWORD,
        "remember_me",
        "true");
  }

  /** Closes the browser: the session's cookie goes. */
  private static String close(Person whom) {
    whom.cookies().remove(SESSION);
    return whom.cookies().get(COOKIE);
  }

  private static Person copyOf(Person whom) {
    var copy = Person.of(SERVER, "alice");
    copy.cookies().putAll(whom.cookies());
    copy.cookies().remove(SESSION);
    return copy;
  }

  private static boolean isSignedIn(Person whom) {
    return !whom.open("/login").has("login");
  }

  /** Unused parameters of a flow are kept, as {@link CodeFlow} checks its own state. */
  @Test
  void theRequestIsKept() {
    signIn(person);
    close(person);
    var flow = App.WEB.flow(SERVER).with("scope", "write");
    var tokens = flow.tokens(flow.code(person.allow(flow.address())));
    assertThat(tokens.getAccessToken().getScope().toStringList()).containsExactly("write");
  }
}
