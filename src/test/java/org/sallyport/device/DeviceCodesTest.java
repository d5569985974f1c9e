package org.sallyport.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.client.Client;
import org.sallyport.client.TestClients;
import org.sallyport.config.DeviceSettings;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.token.TestGrants;
import org.sallyport.web.Throttle;

class DeviceCodesTest {

  private static final int MOST = 30;
  private static final List<String> AUDIENCES = List.of("https://api.example");

  private final SettableClock clock = new SettableClock();
  private final TestGrants grants = new TestGrants(MemoryDatabase.shared(), clock);
  private final DeviceCodes codes =
      Injection.into(
          new DeviceCodes(),
          new TestDevices(MemoryDatabase.shared(), grants, clock),
          new DeviceSettings(Duration.ofMinutes(10), MOST),
          new Throttle(clock));
  private final Client open = TestClients.unprotected("tv " + Randomness.name());

  @Test
  void S20_aPublicClientsCodesRunOutWhereTheyPileUpAndNowhereElse() {
    ask(open, "192.0.2.1", 20);

    assertRefused(open, "192.0.2.1");
    ask(open, "192.0.2.2", 1);
    clock.pass(Duration.ofMinutes(10));
    ask(open, "192.0.2.1", 1);
  }

  @Test
  void S20_aWholeNetworkIsOnePlace() {
    IntStream.range(0, 20).forEach(i -> ask(open, "2001:db8::" + i, 1));

    assertRefused(open, "2001:db8::ffff");
    ask(open, "2001:db8:0:1::1", 1);
  }

  @Test
  void S20_aClientThatProvesItselfMayAskForAllFromOnePlaceUpToTheMost() {
    var server = TestClients.confidential("server " + Randomness.name(), "secret");
    ask(server, "192.0.2.1", MOST);

    assertRefused(server, "192.0.2.1");
    assertRefused(server, "192.0.2.2");
  }

  @Test
  void S20_oneAddressMayAskSixtyTimesAMinuteWhoeverItIs() {
    for (var i = 0; i < 60; i++) {
      ask(TestClients.confidential("server " + Randomness.name(), "secret"), "192.0.2.9", 1);
    }

    assertRefused(TestClients.confidential("server " + Randomness.name(), "s"), "192.0.2.9");
  }

  private void ask(Client client, String address, int times) {
    for (var i = 0; i < times; i++) {
      codes.issue(
          new DeviceRequest(client, Scopes.of("read"), AUDIENCES, address, clock.instant()));
    }
  }

  private void assertRefused(Client client, String address) {
    var refused = catchThrowableOfType(OAuthException.class, () -> ask(client, address, 1));
    assertThat(refused.error()).isEqualTo(OAuthError.TOO_MANY_REQUESTS);
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(1));
  }
}
