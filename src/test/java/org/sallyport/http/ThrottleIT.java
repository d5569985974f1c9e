package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Page;
import org.sallyport.testing.Person;
import org.sallyport.testing.RawHttp;
import org.sallyport.testing.Server;

/** S18 to S20: guessing is slowed down, and nobody learns or loses anything by it. */
class ThrottleIT {

  private static final Server SERVER = Server.shared();
  private static final String GRANT = "grant_type=client_credentials";
  private static final int FREE = 5;

  private final Person stranger = Person.of(SERVER, "alice");

  @Test
  void S20_theSixthGuessOfAPasswordMustWait() {
    for (var i = 0; i < FREE; i++) {
      assertThat(guess("throttled-one").status()).isEqualTo(200);
    }
    var page = guess("throttled-one");
    assertThat(page.status()).isEqualTo(429);
    assertThat(Integer.parseInt(page.answer().header("Retry-After"))).isBetween(1, 30);
    assertThat(page.body()).contains("too many failed attempts").contains("You can try again in");
    assertThat(page.has("login")).isTrue();
  }

  @Test
  void S18_anotherSpellingOfANameIsTheSameAccount() {
    var spellings =
        new String[] {
          "Throttled-Two", " throttled-two ", "THROTTLED-TWO", "throttled\uff0dtwo", "throttled-two"
        };
    for (var spelling : spellings) {
      assertThat(guess(spelling).status()).isEqualTo(200);
    }
    assertThat(guess("throttled-TWO").status()).isEqualTo(429);
  }

  @Test
  void S18_whoFailsAtOneAccountCanStillUseAnother() {
    for (var i = 0; i <= FREE; i++) {
      guess("throttled-three");
    }
    assertThat(App.WEB.flow(SERVER).code(Person.of(SERVER, "alice"))).isNotEmpty();
  }

  @Test
  void aRightPasswordForgetsTheFailures() {
    for (var round = 0; round < 2; round++) {
      for (var i = 0; i < FREE - 1; i++) {
        assertThat(guess("bob").status()).isEqualTo(200);
      }
      var page = Person.of(SERVER, "bob").open("/login");
      assertThat(page.has("login")).isTrue();
      Person.of(SERVER, "bob").loggedIn();
    }
    assertThat(App.SPA.flow(SERVER).code(Person.of(SERVER, "bob"))).isNotEmpty();
  }

  @Test
  void S18_aClientThatGuessesMustWaitAndTheSameClientElsewhereNeedNot() {
    var machine = machine("Guessed at");
    var http = new Http(SERVER);
    var right = Http.basic(machine.id(), machine.secret().get());
    for (var i = 0; i < FREE; i++) {
      // No header of the request itself moves the guesser to another address.
      var wrong = Http.basic(machine.id(), "wrong" + i);
      var answer =
          http.post("/token", GRANT, "Authorization", wrong, "X-Forwarded-For", "10.0.0." + i);
      assertThat(answer.status()).isEqualTo(401);
    }
    var refused = http.post("/token", GRANT, "Authorization", right);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.error()).isEqualTo("too_many_requests");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 30);
    assertThat(App.MACHINE.post(SERVER, "/token", "grant_type", "client_credentials").status())
        .isEqualTo(200);
    var elsewhere =
        new RawHttp(SERVER, "127.0.0.9").post("/token", GRANT, "Authorization: " + right);
    assertThat(RawHttp.status(elsewhere)).isEqualTo(200);
  }

  @Test
  void S19_anUnknownPersonAndAWrongPasswordLookAlike() {
    var unknown = guess("nobody-at-all");
    var wrong = guess("bob");
    Person.of(SERVER, "bob").loggedIn();
    assertThat(unknown.status()).isEqualTo(wrong.status());
    assertThat(anonymous(unknown.body(), "nobody-at-all"))
        .isEqualTo(anonymous(wrong.body(), "bob"));
    assertThat(unknown.answer().headers().map().keySet())
        .isEqualTo(wrong.answer().headers().map().keySet());
  }

  @Test
  void S20_aVeryLongPasswordOrNameIsRefusedLikeAnyOther() {
    var person = Person.of(SERVER, "alice");
    var page = person.open("/login");
    var longPassword =
        person.press(page, "login", "username", "throttled-four", "password", "p".repeat(50_000));
    assertThat(longPassword.status()).isEqualTo(200);
    assertThat(longPassword.body()).contains("The username or the password is not right");
    var longName = person.press(page, "login", "username", "n".repeat(50_000), "password", "p");
    assertThat(longName.status()).isEqualTo(200);
    assertThat(longName.body()).contains("The username or the password is not right");
  }

  private Page guess(String username) {
    var page = stranger.open("/login");
    return stranger.press(page, "login", "username", username, "password", "a guess");
  }

  private static String anonymous(String body, String username) {
    return body.replaceAll("name=\"(tx|csrf)\" value=\"[^\"]*\"", "").replace(username, "NAME");
  }

  private static App machine(String name) {
    return new Administration(SERVER)
        .register(
            "",
            "name",
            name,
            "type",
            "confidential",
            "grant_types",
            "client_credentials",
            "redirect_uris",
            "",
            "scopes",
            "read");
  }
}
