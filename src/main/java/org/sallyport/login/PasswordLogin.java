package org.sallyport.login;

import static org.sallyport.oauth.OAuthError.ACCESS_DENIED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.sallyport.audit.AuditEvent;
import org.sallyport.oauth.OAuthException;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.User;
import org.sallyport.user.Users;
import org.sallyport.web.Throttle;

/** Logs a person in by name and password; every failure looks and costs the same. */
@ApplicationScoped
public class PasswordLogin {

  private static final int LONGEST_NAME = 256;

  @Inject private Users users;
  @Inject private PasswordHasher hasher;
  @Inject private Throttle throttle;
  @Inject private Event<AuditEvent> audit;

  /**
   * The person with this name and password.
   *
   * @throws OAuthException {@code access_denied} for any wrong login, {@code too_many_requests}
   *     after too many, {@code temporarily_unavailable} under too much load
   */
  public User authenticate(String username, String password, String address) {
    var found = username.length() > LONGEST_NAME ? null : users.findByName(username).orElse(null);
    // The account's own id, so that no spelling of a name is a new account.
    var account = "user " + (found == null ? shortened(User.canonical(username)) : found.id());
    verify(found, account, password, address);
    audit.fire(new AuditEvent.LoggedIn(found.id(), address));
    return found;
  }

  /**
   * Makes sure that someone who is logged in knows the password, as slow to guess as a login.
   *
   * @throws OAuthException as {@link #authenticate} does
   */
  public void confirm(User user, String password, String address) {
    verify(user, "user " + user.id(), password, address);
  }

  private void verify(User found, String account, String password, String address) {
    if (found != null) {
      found.unlockedAt().ifPresent(at -> throttle.forgive(account, address, at));
    }
    throttle.check(account, address);
    if (!hasher.verify(password, found) || !found.isActive()) {
      throttle.failed(account, address);
      var reason = found == null ? "unknown" : found.isActive() ? "wrong password" : "disabled";
      audit.fire(new AuditEvent.LoginFailed(found == null ? "-" : found.id(), address, reason));
      throw ACCESS_DENIED.because("login failed").detail(reason);
    }
    throttle.check(account, address);
    throttle.succeeded(account, address);
  }

  private static String shortened(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }
}
