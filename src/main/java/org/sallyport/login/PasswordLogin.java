package org.sallyport.login;

import static org.sallyport.oauth.OAuthError.ACCESS_DENIED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.sallyport.audit.AuditEvent;
import org.sallyport.oauth.OAuthException;
import org.sallyport.user.User;
import org.sallyport.user.store.Candidate;
import org.sallyport.user.store.People;
import org.sallyport.user.store.StoreAwayException;
import org.sallyport.web.Throttle;

/** Logs a person in by name and password; every failure looks and costs the same. */
@ApplicationScoped
public class PasswordLogin {

  private static final String FAILED = "login failed";
  private static final String AWAY = "user store away";

  @Inject private People people;
  @Inject private Throttle throttle;
  @Inject private Event<AuditEvent> audit;

  /**
   * The person with this name and password, from the first store that knows the name.
   *
   * @throws OAuthException {@code access_denied} for any wrong login, {@code too_many_requests}
   *     after too many, {@code temporarily_unavailable} under too much load, or while a store of
   *     people is away that might know the name
   */
  public User authenticate(String username, String password, String address) {
    throttle.checkAddress(address);
    var candidate = people.find(username);
    verify(candidate, password, address);
    var user = admitted(candidate, password, address);
    audit.fire(new AuditEvent.LoggedIn(user.id(), address));
    return user;
  }

  private User admitted(Candidate candidate, String password, String address) {
    try {
      return people
          .admit(candidate, password)
          .orElseThrow(() -> failed(candidate, "disabled", address));
    } catch (StoreAwayException away) {
      throw StoreAwayException.refusal().detail(away.getMessage());
    }
  }

  /**
   * Makes sure that someone who is logged in knows the password, as slow to guess as a login.
   *
   * @throws OAuthException as {@link #authenticate} does
   */
  public void confirm(User user, String password, String address) {
    try {
      verify(people.of(user), password, address);
    } catch (StoreAwayException away) {
      throw StoreAwayException.refusal().detail(away.getMessage());
    }
  }

  private void verify(Candidate candidate, String password, String address) {
    var account = candidate.account();
    candidate
        .row()
        .flatMap(User::unlockedAt)
        .ifPresent(at -> throttle.forgive(account, address, at));
    throttle.check(account, address);
    try {
      var right = candidate.store().verify(candidate.person(), password);
      if (!right || !candidate.isActive()) {
        throw failed(candidate, reason(candidate), address);
      }
    } catch (StoreAwayException away) {
      throw failed(candidate.withSomeAway(), AWAY, address);
    }
    throttle.check(account, address);
    throttle.succeeded(account, address);
  }

  /** While a store is away that could be the person's, a wrong login looks like an absent store. */
  private OAuthException failed(Candidate candidate, String reason, String address) {
    throttle.failed(candidate.account(), address);
    audit.fire(new AuditEvent.LoginFailed(candidate.id(), address, reason));
    return candidate.anyAway()
        ? StoreAwayException.refusal().detail(reason)
        : ACCESS_DENIED.because(FAILED).detail(reason);
  }

  private static String reason(Candidate candidate) {
    if (candidate.person().isEmpty()) {
      return candidate.anyAway() ? AWAY : "unknown";
    }
    return candidate.isActive() ? "wrong password" : "disabled";
  }
}
