package org.sallyport.device;

import static org.sallyport.oauth.OAuthError.ACCESS_DENIED;
import static org.sallyport.oauth.OAuthError.AUTHORIZATION_PENDING;
import static org.sallyport.oauth.OAuthError.EXPIRED_TOKEN;
import static org.sallyport.oauth.OAuthError.INVALID_GRANT;
import static org.sallyport.oauth.OAuthError.SLOW_DOWN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.client.Client;
import org.sallyport.grant.Grant;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.store.Conflicts;
import org.sallyport.token.Audiences;
import org.sallyport.token.Entitlement;
import org.sallyport.token.SingleUse;
import org.sallyport.token.UserGrants;
import org.sallyport.user.store.Standings;

/** The device authorization grant, RFC 8628 §3.4: the device asks until a person has answered. */
@ApplicationScoped
public class DeviceCodeGrant implements Grant {

  static final String TYPE = "urn:ietf:params:oauth:grant-type:device_code";
  private static final int LONGEST = 256;

  @Inject private DeviceAuthorizations devices;
  @Inject private UserGrants grants;
  @Inject private SingleUse once;
  @Inject private Audiences audiences;
  @Inject private Standings standings;
  @Inject private Clock clock;

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Entitlement redeem(Parameters form, Client client) {
    var device =
        Optional.of(form.require("device_code"))
            .filter(code -> code.length() <= LONGEST)
            .flatMap(devices::findByDeviceCode)
            .filter(found -> found.clientId().equals(client.id()))
            .orElseThrow(() -> unusable("unknown, or another client's"));
    if (device.isExpired(clock.instant())) {
      throw EXPIRED_TOKEN.because("the device code has expired");
    }
    return switch (device.answer()) {
      case NONE -> throw waiting(device);
      // RFC 6749 §5.2, which RFC 8628 §3.5 follows, has no other status.
      case DENIED -> throw ACCESS_DENIED.because("the person denied the request").status(400);
      case ALLOWED -> redeem(device.id(), form, client);
    };
  }

  private OAuthException waiting(DeviceAuthorization device) {
    return Conflicts.retry(() -> devices.poll(device))
        ? AUTHORIZATION_PENDING.because("the person has not answered yet")
        : SLOW_DOWN.because("wait five seconds longer between requests");
  }

  private Entitlement redeem(UUID id, Parameters form, Client client) {
    var state = grants.find(id).orElseThrow(() -> unusable("no such grant"));
    if (state.grant().isConsumed()) {
      throw reused(id);
    } else if (!state.isAlive(clock.instant())
        || state.scopes().isEmpty()
        || !standings.isGood(state.user())) {
      throw unusable("user, client or grant ended");
    }
    var targets = audiences.narrow(state.grant().audiences(), form.all("resource"));
    if (!Conflicts.retry(() -> once.redeem(id))) {
      throw reused(id);
    }
    return Entitlement.ofGrant(client, state, state.scopes(), targets, 1);
  }

  /** As a code that is used twice, RFC 6749 §4.1.2: one of the two was a thief. */
  private OAuthException reused(UUID id) {
    Conflicts.retry(
        () -> {
          grants.revoke(id, "a device code was used again");
          return null;
        });
    return unusable("used again");
  }

  private static OAuthException unusable(String detail) {
    return INVALID_GRANT.because("the device code is not usable").detail(detail);
  }
}
