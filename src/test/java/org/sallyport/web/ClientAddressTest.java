package org.sallyport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.testing.TestSettings.HTTPS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.TestSettings;

class ClientAddressTest {

  private static final String PROXY = "10.0.0.1";
  private static final String SECOND_PROXY = "10.0.0.2";
  private static final String CLIENT = "203.0.113.7";

  private final ClientAddress addresses =
      new ClientAddress(TestSettings.server(HTTPS, PROXY, SECOND_PROXY));

  @Test
  void withoutAProxyTheHeaderIsNotBelieved() {
    var request = FakeRequest.from(CLIENT).header("X-Forwarded-For", "198.51.100.1");

    assertThat(addresses.of(request.build())).isEqualTo(CLIENT);
  }

  @Test
  void withoutConfiguredProxiesNoHeaderIsBelieved() {
    var request = FakeRequest.from(PROXY).header("X-Forwarded-For", "198.51.100.1");

    assertThat(new ClientAddress(TestSettings.server(HTTPS)).of(request.build())).isEqualTo(PROXY);
  }

  @Test
  void aTrustedProxyTellsTheClient() {
    var request = FakeRequest.from(PROXY).header("X-Forwarded-For", CLIENT);

    assertThat(addresses.of(request.build())).isEqualTo(CLIENT);
  }

  @Test
  void whatAClientClaimsBeforeItsProxyIsIgnored() {
    var request = FakeRequest.from(PROXY).header("X-Forwarded-For", "198.51.100.1, " + CLIENT);

    assertThat(addresses.of(request.build())).isEqualTo(CLIENT);
  }

  @Test
  void aClaimedProxyBeforeTheClientIsIgnored() {
    var request =
        FakeRequest.from(PROXY).header("X-Forwarded-For", "198.51.100.1," + PROXY + "," + CLIENT);

    assertThat(addresses.of(request.build())).isEqualTo(CLIENT);
  }

  @Test
  void aChainOfTrustedProxiesIsLookedThrough() {
    var request = FakeRequest.from(PROXY).header("X-Forwarded-For", CLIENT + " , " + SECOND_PROXY);

    assertThat(addresses.of(request.build())).isEqualTo(CLIENT);
  }

  @Test
  void severalHeadersReadAsOne() {
    var request =
        FakeRequest.from(PROXY)
            .header("X-Forwarded-For", "198.51.100.1")
            .header("X-Forwarded-For", CLIENT);

    assertThat(addresses.of(request.build())).isEqualTo(CLIENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "evil\r\nlog line", "<script>", "203.0.113.7:80:x y", ","})
  void whatIsNoAddressStopsTheSearchAtTheProxy(String hop) {
    var request = FakeRequest.from(PROXY).header("X-Forwarded-For", hop);

    assertThat(addresses.of(request.build())).isEqualTo(PROXY);
  }

  @Test
  void aProxyWithoutTheHeaderIsTheClient() {
    assertThat(addresses.of(FakeRequest.from(PROXY).build())).isEqualTo(PROXY);
  }

  @Test
  void aClientOfIpv6IsTold() {
    var request = FakeRequest.from(PROXY).header("X-Forwarded-For", "2001:db8::7");

    assertThat(addresses.of(request.build())).isEqualTo("2001:db8::7");
  }
}
