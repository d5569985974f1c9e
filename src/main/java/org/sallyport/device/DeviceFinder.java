package org.sallyport.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.consent.Question;
import org.sallyport.device.DeviceAuthorization.Answer;
import org.sallyport.grant.Grants;
import org.sallyport.login.Login;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Scopes;
import org.sallyport.web.Throttle;

/** Finds a device by its code, which is as slow to guess as a password (RFC 8628 §5.1). */
@ApplicationScoped
public class DeviceFinder {

  @Inject private DeviceAuthorizations devices;
  @Inject private Clients clients;
  @Inject private ScopeCatalogue catalogue;
  @Inject private Grants grants;
  @Inject private Throttle throttle;
  @Inject private Clock clock;

  /**
   * The device that waits under a code; empty for a wrong one, which counts.
   *
   * @throws OAuthException {@code too_many_requests} after too many wrong ones
   */
  Optional<ShownDevice> find(String typed, Login login, String address) {
    // Never forgiven by a right one: whoever guesses can get right ones as well.
    var account = "device " + login.user().id();
    throttle.check(account, address);
    var found =
        UserCode.read(typed)
            .flatMap(devices::findByUserCode)
            .filter(device -> !device.isExpired(clock.instant()))
            .filter(device -> isOpen(device, login))
            .flatMap(device -> shown(device, login));
    if (found.isEmpty()) {
      throttle.failed(account, address);
    } else {
      throttle.check(account, address);
    }
    return found;
  }

  /** Waiting, or answered by this very person, who presses a button again. */
  private static boolean isOpen(DeviceAuthorization device, Login login) {
    return device.answer() == Answer.NONE
        || device.isAnsweredBy(login.user().id(), device.answer());
  }

  /** The client may have changed since the device asked. */
  private Optional<ShownDevice> shown(DeviceAuthorization device, Login login) {
    return clients
        .find(device.clientId())
        .filter(Client::isActive)
        .filter(client -> grants.isFor(DeviceCodeGrant.TYPE, client))
        .map(client -> new ShownDevice(device, client, question(device, client, login)))
        .filter(shown -> !shown.question().asked().isEmpty());
  }

  private Question question(DeviceAuthorization device, Client client, Login login) {
    var scopes = device.scopes().intersection(client.scopes()).intersection(catalogue.names());
    var isOthers = scopes.areReserved() && !login.user().isAdministrator();
    return new Question(isOthers ? scopes.without(Scopes.RESERVED) : scopes, catalogue);
  }
}
