package org.sallyport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.testing.TestSettings.HTTPS;
import static org.sallyport.testing.TestSettings.LOOPBACK;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.FakeResponse;
import org.sallyport.testing.TestSettings;

class CookiesTest {

  private final String secret = Randomness.secret();
  private final Cookies secure = new Cookies(TestSettings.server(HTTPS));
  private final Cookies plain = new Cookies(TestSettings.server(LOOPBACK));
  private final FakeResponse response = new FakeResponse();

  @Test
  void onHttpsACookieIsForThisHostAndNeverInTheClear() {
    secure.set(response.build(), "name", secret);

    assertThat(written().getName()).isEqualTo("__Host-name");
    assertThat(written().getSecure()).isTrue();
    assertThat(written().getPath()).isEqualTo("/");
    assertThat(written().getDomain()).isNull();
  }

  @Test
  void onLoopbackACookieNeedsNoTls() {
    plain.set(response.build(), "name", secret);

    assertThat(written().getName()).isEqualTo("name");
    assertThat(written().getSecure()).isFalse();
  }

  @Test
  void noScriptAndNoOtherSiteSeesACookie() {
    secure.set(response.build(), "name", secret);

    assertThat(written().isHttpOnly()).isTrue();
    assertThat(written().getAttribute("SameSite")).isEqualTo("Lax");
    assertThat(written().getMaxAge()).isNegative();
  }

  @Test
  void aClearedCookieEndsNow() {
    secure.clear(response.build(), "name");

    assertThat(written().getName()).isEqualTo("__Host-name");
    assertThat(written().getMaxAge()).isZero();
    assertThat(written().getValue()).isEmpty();
  }

  @Test
  void aCookieIsFoundByItsFullName() {
    var request = FakeRequest.to("/").cookie("other", "x").cookie("__Host-name", secret).build();

    assertThat(secure.find(request, "name")).hasValue(secret);
    assertThat(plain.find(request, "name")).isEmpty();
  }

  @Test
  void aCookiePlantedWithoutThePrefixIsNotOurs() {
    var request = FakeRequest.to("/").cookie("name", secret).build();

    assertThat(secure.find(request, "name")).isEmpty();
  }

  @Test
  void aCookieOfAnotherLengthIsNotOurs() {
    assertThat(plain.find(FakeRequest.to("/").cookie("name", "").build(), "name")).isEmpty();
    assertThat(plain.find(FakeRequest.to("/").cookie("name", secret + "0").build(), "name"))
        .isEmpty();
    assertThat(plain.find(FakeRequest.to("/").build(), "name")).isEmpty();
  }

  private Cookie written() {
    assertThat(response.cookies()).hasSize(1);
    return response.cookies().get(0);
  }
}
