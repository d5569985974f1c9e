package org.sallyport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.testing.TestSettings.LOOPBACK;

import org.junit.jupiter.api.Test;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.FakeResponse;
import org.sallyport.testing.TestSettings;

class BrowsersTest {

  private final Browsers browsers = new Browsers(new Cookies(TestSettings.server(LOOPBACK)));
  private final FakeResponse response = new FakeResponse();

  @Test
  void aNewBrowserGetsItsSecretOnce() {
    var request = FakeRequest.to("/").build();
    var secret = browsers.ensure(request, response.build());

    assertThat(browsers.ensure(request, response.build())).isEqualTo(secret);
    assertThat(browsers.find(request)).hasValue(secret);
    assertThat(response.cookies()).singleElement().returns(secret, c -> c.getValue());
  }

  @Test
  void aKnownBrowserKeepsItsSecret() {
    var secret = Randomness.secret();
    var request = FakeRequest.to("/").cookie("sallyport_browser", secret).build();

    assertThat(browsers.ensure(request, response.build())).isEqualTo(secret);
    assertThat(response.cookies()).isEmpty();
  }
}
