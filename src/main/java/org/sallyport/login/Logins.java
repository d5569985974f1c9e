package org.sallyport.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.sallyport.store.Conflicts;
import org.sallyport.user.User;
import org.sallyport.web.Cookies;
import org.sallyport.web.Csrf;

/** The login of a request, by its cookie. */
@ApplicationScoped
public class Logins {

  private static final String COOKIE = "sallyport_session";

  /** How long a login that is good for choosing a password only may take for it. */
  private static final Duration CHOOSING = Duration.ofMinutes(10);

  @Inject private Cookies cookies;
  @Inject private LoginSessions sessions;
  @Inject private Clock clock;

  /** Who sends this request; whoever must choose another password first is nobody yet. */
  public Optional<Login> current(HttpServletRequest request) {
    var login =
        secret(request).flatMap(sessions::find).filter(known -> !known.user().mustChangePassword());
    login.map(Login::session).filter(sessions::isStale).ifPresent(sessions::touch);
    return login;
  }

  /** Who has just logged in and must choose another password before that counts. */
  public Optional<Login> newcomer(HttpServletRequest request) {
    return secret(request)
        .flatMap(sessions::find)
        .filter(known -> known.user().mustChangePassword())
        .filter(known -> clock.instant().isBefore(known.session().loggedInAt().plus(CHOOSING)));
  }

  /** The secret of the session's cookie, to which forms are bound. */
  public Optional<String> secret(HttpServletRequest request) {
    return cookies.find(request, COOKIE);
  }

  /** The CSRF token of a form of this login; empty without one. */
  public String csrf(String purpose, HttpServletRequest request) {
    return secret(request).map(secret -> Csrf.token(secret, purpose)).orElse("");
  }

  /** Whether a form brought the token of its purpose and login. */
  public boolean isGenuine(String purpose, String sent, HttpServletRequest request) {
    return secret(request).filter(secret -> Csrf.matches(secret, purpose, sent)).isPresent();
  }

  /**
   * Logs in under a new session id, so that one planted before is worth nothing; false where the
   * password that was checked is no longer the person's.
   */
  public boolean start(User user, HttpServletRequest request, HttpServletResponse response) {
    secret(request).ifPresent(sessions::end);
    var fresh = Conflicts.retry(() -> sessions.start(user));
    fresh.ifPresent(secret -> cookies.set(response, COOKIE, secret));
    return fresh.isPresent();
  }

  /** Logs out; revokes no grant. */
  public void end(HttpServletRequest request, HttpServletResponse response) {
    secret(request).ifPresent(sessions::end);
    cookies.clear(response, COOKIE);
  }
}
