package org.sallyport.device;

import static org.sallyport.oauth.OAuthError.TOO_MANY_REQUESTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.sallyport.config.DeviceSettings;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Randomness;
import org.sallyport.store.Conflicts;
import org.sallyport.web.Throttle;

/** Makes the two codes of RFC 8628 §3.2, no more of them than people could ever type. */
@ApplicationScoped
public class DeviceCodes {

  private static final int A_MINUTE = 60; // from one address
  private static final int FROM_A_NETWORK = 20; // waiting codes of a public client
  private static final int TRIES = 5;

  @Inject private DeviceAuthorizations devices;
  @Inject private DeviceSettings settings;
  @Inject private Throttle throttle;

  /** What the device is told. */
  record Issued(String deviceCode, UserCode userCode, Duration lifetime) {}

  /**
   * New codes; the device code is known to its client alone.
   *
   * @throws OAuthException {@code too_many_requests} where too many wait
   */
  Issued issue(DeviceRequest asked) {
    throttle.pace("device", asked.address(), A_MINUTE);
    refuseTooMany(asked);
    for (var tries = 1; ; tries++) {
      try {
        return add(asked, Randomness.secret(), UserCode.random());
      } catch (RuntimeException e) {
        // Another device that waits has this user code.
        if (tries == TRIES || !Conflicts.duplicate(e)) {
          throw e;
        }
      }
    }
  }

  /** Anybody can ask as a public client, and must not use up what its devices elsewhere need. */
  private void refuseTooMany(DeviceRequest asked) {
    var waiting = devices.countWaiting(asked.clientId());
    var fromHere = waiting.getOrDefault(Throttle.networkOf(asked.address()), 0L);
    var all = waiting.values().stream().mapToLong(Long::longValue).sum();
    if (all >= settings.waiting()
        || (!asked.client().isConfidential() && fromHere >= FROM_A_NETWORK)) {
      throw TOO_MANY_REQUESTS
          .because("too many codes of this client wait for an answer")
          .retryAfter(Duration.ofMinutes(1));
    }
  }

  private Issued add(DeviceRequest asked, String deviceCode, UserCode userCode) {
    var expiry = asked.at().plus(settings.lifetime());
    return Conflicts.retry(
        () -> {
          devices.add(new DeviceAuthorization(asked, deviceCode, userCode, expiry));
          return new Issued(deviceCode, userCode, settings.lifetime());
        });
  }
}
