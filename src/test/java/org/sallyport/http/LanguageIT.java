package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.People;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Pages speak the language of the request (OpenID Connect Core §3.1.2.1), else the browser's. */
class LanguageIT {

  private static final Server SERVER = Server.shared();
  private static final Http HTTP = new Http(SERVER);
  private static final String GERMAN = " lang=\"de\" dir=\"ltr\">";
  private static final String ARABIC = " lang=\"ar\" dir=\"rtl\">";
  private static final String ENGLISH = " lang=\"en\" dir=\"ltr\">";

  @Test
  void theBrowsersLanguageIsSpoken() {
    var page = HTTP.get("/login", "Accept-Language", "fr, de-CH;q=0.8, ar;q=0.5");
    assertThat(page.body()).contains(GERMAN, "<h1>Anmelden</h1>");
    assertThat(page.header("Content-Language")).isEqualTo("de");
    assertThat(page.header("Vary")).contains("Accept-Language");
  }

  @Test
  void aRequestsLanguageWinsAllTheWay() {
    var person = Person.of(SERVER, "bob").speaking("de");
    var login = person.open(authorize("xx ar") + "&prompt=consent");
    assertThat(login.body()).contains(ARABIC, "تسجيل الدخول");
    var failed = person.press(login, "login", "username", "bob", "password", "wrong");
    assertThat(failed.body()).contains(ARABIC, "<title>خطأ: ");
    var consent = person.logIn(failed);
    assertThat(consent.body()).contains(ARABIC, "السماح بالوصول");
  }

  @Test
  void aPersonsOwnChoiceWinsOverTheBrowserUntilItIsTakenBack() {
    var made = new People(SERVER).person("linguist " + UUID.randomUUID());
    var person = made.person().speaking("ar");
    var home = person.loggedIn().open("/");
    assertThat(home.body()).contains(ARABIC);
    assertThat(person.press(home, "speak", "language", "de", "csrf", "x").body()).contains(ARABIC);
    assertThat(person.press(home, "speak", "language", "xx").body()).contains(ARABIC);
    assertThat(person.press(home, "speak", "language", "de").body()).contains(GERMAN);
    assertThat(person.open("/account/password").body()).contains(GERMAN);
    assertThat(person.press(home, "speak", "language", "browser").body()).contains(ARABIC);
  }

  @Test
  void errorPagesSpeakItToo() {
    var person = Person.of(SERVER, "bob").speaking("ar");
    assertThat(person.open("/authorize?client_id=nobody&ui_locales=de").body()).contains(GERMAN);
    assertThat(person.open("/authorize?client_id=nobody").body()).contains(ARABIC);
    assertThat(person.open("/no/such/page").body()).contains(ARABIC);
    assertThat(person.open("/consent?tx=abc").body()).contains(ARABIC);
    assertThat(person.open("/authorize?client_id=%ff").body()).contains(ARABIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"><script>alert(1)</script>", "..", "-", "x", "de\r\nX-Planted: yes", "fr zh"})
  void whatIsNoLanguageOfOursIsPassedOver(String wish) {
    var page = Person.of(SERVER, "bob").open(authorize(wish));
    assertThat(page.body()).contains(ENGLISH, "Sign in");
    assertThat(page.body()).doesNotContain("alert(1)");
  }

  @Test
  void theMetadataNameTheLanguages() {
    assertThat(HTTP.get("/.well-known/oauth-authorization-server").body())
        .contains("\"ui_locales_supported\":[\"en\",\"de\",\"ar\"]");
  }

  private static String authorize(String languages) {
    return App.WEB.flow(SERVER).with("ui_locales", languages).address();
  }
}
