package org.sallyport.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.OAuthException;

/** S18 and S20: what an attacker varies to be counted anew. */
class ThrottleSecurityTest {

  private final Throttle throttle = new Throttle(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @Test
  void S18_theAddressesOfOneIpv6NetworkAreOneAddress() {
    for (var i = 1; i <= 5; i++) {
      throttle.failed("user a", "2001:db8:1:2::" + i);
    }

    assertThatThrownBy(() -> throttle.check("user a", "2001:db8:1:2:ffff:0:0:1"))
        .isInstanceOf(OAuthException.class);
    assertThatCode(() -> throttle.check("user a", "2001:db8:1:3::1")).doesNotThrowAnyException();
  }

  @Test
  void S18_twoIpv4AddressesAreTwo() {
    for (var i = 1; i <= 5; i++) {
      throttle.failed("user a", "192.0.2.1");
    }

    assertThatThrownBy(() -> throttle.check("user a", "192.0.2.1"))
        .isInstanceOf(OAuthException.class);
    assertThatCode(() -> throttle.check("user a", "192.0.2.2")).doesNotThrowAnyException();
  }

  @Test
  void S20_hugeNamesAreToldApartByTheirWholeText() {
    var huge = "client " + "x".repeat(60_000);
    for (var i = 1; i <= 5; i++) {
      throttle.failed(huge + "a", "192.0.2.1");
    }

    assertThatThrownBy(() -> throttle.check(huge + "a", "192.0.2.1"))
        .isInstanceOf(OAuthException.class);
    assertThatCode(() -> throttle.check(huge + "b", "192.0.2.1")).doesNotThrowAnyException();
  }
}
