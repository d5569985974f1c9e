package org.sallyport.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.audit.AuditEvent;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.device.DeviceAuthorization.Answer;
import org.sallyport.login.Login;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.Conflicts;
import org.sallyport.token.Authorization;
import org.sallyport.token.UserGrant;
import org.sallyport.web.visitor.Visitor;

/** What people say to devices: done once, and written to the audit. */
@ApplicationScoped
public class DeviceAnswers {

  @Inject private DeviceAuthorizations devices;
  @Inject private LifetimeSettings lifetimes;
  @Inject private Event<AuditEvent> audit;
  @Inject private Clock clock;

  /** Says yes; false where another answer was given, or time is over. */
  boolean allow(ShownDevice shown, Login login, Scopes scopes) {
    var device = shown.device();
    var user = login.user().id();
    if (device.isAnsweredBy(user, Answer.ALLOWED)) {
      return true;
    }
    var grant = grant(shown, login, scopes);
    var done = Conflicts.retry(() -> devices.allow(grant));
    if (done) {
      audit.fire(new AuditEvent.ConsentGiven(user, device.clientId(), scopes.toString()));
    }
    return done;
  }

  private UserGrant grant(ShownDevice shown, Login login, Scopes scopes) {
    var device = shown.device();
    var now = clock.instant();
    // Not from the browser that answers: that is signed in, and the device is what is connected.
    var authorization =
        Authorization.withoutCode(
                device.id(),
                device.clientId(),
                login.user().id(),
                Optional.of(login.session().loginId()),
                scopes,
                device.audiences(),
                login.session().loggedInAt(),
                now)
            .from(Visitor.at(device.address()));
    return new UserGrant(authorization, now.plus(shown.client().refreshLifetime(lifetimes)));
  }

  /** Says no; false where another answer was given, or time is over. */
  boolean deny(DeviceAuthorization device, Login login) {
    var user = login.user().id();
    if (device.isAnsweredBy(user, Answer.DENIED)) {
      return true;
    }
    var done = Conflicts.retry(() -> devices.deny(device.id(), user));
    if (done) {
      audit.fire(new AuditEvent.ConsentDenied(user, device.clientId()));
    }
    return done;
  }
}
