package org.sallyport.login;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.audit.AuditEvent;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.config.LoginSettings;
import org.sallyport.login.remember.RememberedLogins;
import org.sallyport.oauth.OAuthException;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;
import org.sallyport.user.User;
import org.sallyport.user.Users;
import org.sallyport.user.store.Standings;
import org.sallyport.web.ClientAddress;
import org.sallyport.web.Cookies;
import org.sallyport.web.Csrf;
import org.sallyport.web.visitor.Visitor;
import org.sallyport.web.visitor.Visitors;

/** The login of a request, by its cookie. */
@ApplicationScoped
public class Logins {

  private static final String COOKIE = "sallyport_session";
  private static final String REMEMBERED = "sallyport_remember";

  /** How long a login that is good for choosing a password only may take for it. */
  private static final Duration CHOOSING = Duration.ofMinutes(10);

  @Inject private Cookies cookies;
  @EJB private LoginSessions sessions;
  @Inject private RememberedLogins remembered;
  @Inject private LoginSettings settings;
  @Inject private LifetimeSettings lifetimes;
  @EJB private OneTransaction transaction;
  @Inject private Event<AuditEvent> audit;
  @Inject private ClientAddress addresses;
  @Inject private Visitors visitors;
  @Inject private Standings standings;
  @Inject private Users users;
  @Inject private Clock clock;

  /** Who sends this request; whoever must choose another password first is nobody yet. */
  public Optional<Login> current(HttpServletRequest request) {
    var login =
        secret(request)
            .flatMap(sessions::find)
            .filter(known -> !known.user().mustChangePassword())
            .filter(known -> isGood(known.user()));
    login
        .map(Login::session)
        .filter(session -> session.isStale(lifetimes.sessionIdle(), clock.instant()))
        .ifPresent(session -> sessions.touch(session, addresses.of(request)));
    return login;
  }

  /** Who sends this request, or whom its browser has remembered, who is then logged in again. */
  public Optional<Login> recall(HttpServletRequest request, HttpServletResponse response) {
    return current(request).or(() -> resume(request, response));
  }

  private Optional<Login> resume(HttpServletRequest request, HttpServletResponse response) {
    var value = cookies.find(request, REMEMBERED);
    if (value.isEmpty() || newcomer(request).isPresent()) {
      return Optional.empty();
    }
    if (!mayResume(value.get())) {
      return Optional.empty();
    }
    var visitor = visitors.of(request);
    var known = Conflicts.retry(() -> remembered.use(value.get(), visitor));
    var secret = known.flatMap(login -> Conflicts.retry(() -> sessions.resume(login, visitor)));
    if (secret.isEmpty()) {
      cookies.clear(response, REMEMBERED);
      return Optional.empty();
    }
    known.get().next().ifPresent(next -> keep(response, next, known.get().until()));
    secret(request).ifPresent(sessions::end);
    cookies.set(response, COOKIE, secret.get());
    request.setAttribute(COOKIE, secret.get());
    audit.fire(new AuditEvent.LoginRemembered(known.get().userId(), addresses.of(request)));
    return sessions.find(secret.get()).filter(login -> isGood(login.user()));
  }

  /** Asked before the cookie is used: whom a store refuses, or cannot tell of, writes nothing. */
  private boolean mayResume(String value) {
    return remembered.userId(value).flatMap(users::find).filter(user -> !isGood(user)).isEmpty();
  }

  private void keep(HttpServletResponse response, String value, Instant until) {
    cookies.keep(response, REMEMBERED, value, Duration.between(clock.instant(), until));
  }

  /** While their store is away they are not logged in, and are again when it is back. */
  private boolean isGood(User user) {
    try {
      return standings.isGood(user);
    } catch (OAuthException away) {
      return false;
    }
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
    var fresh = (String) request.getAttribute(COOKIE);
    return fresh != null ? Optional.of(fresh) : cookies.find(request, COOKIE);
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
    forget(request, response);
    secret(request).ifPresent(sessions::end);
    var visitor = visitors.of(request);
    var fresh = Conflicts.retry(() -> transaction.of(() -> begin(user, visitor)));
    fresh.ifPresent(secret -> cookies.set(response, COOKIE, secret));
    return fresh.isPresent();
  }

  private Optional<String> begin(User user, Visitor visitor) {
    var secret = sessions.start(user, visitor);
    secret.ifPresent(begun -> audit.fire(signedIn(user, visitor)));
    return secret;
  }

  private static AuditEvent signedIn(User user, Visitor visitor) {
    return new AuditEvent.SignedIn(user.id(), visitor.address().orElse(null));
  }

  /** The same in a browser that stays logged in. */
  public boolean startRemembered(
      User user, HttpServletRequest request, HttpServletResponse response) {
    cookies.find(request, REMEMBERED).ifPresent(remembered::end);
    secret(request).ifPresent(sessions::end);
    var visitor = visitors.of(request);
    var fresh = Conflicts.retry(() -> transaction.of(() -> beginRemembered(user, visitor)));
    fresh.ifPresent(
        secrets -> {
          cookies.set(response, COOKIE, secrets.session());
          cookies.keep(response, REMEMBERED, secrets.remembered(), settings.rememberLifetime());
        });
    return fresh.isPresent();
  }

  private Optional<LoginSessions.Secrets> beginRemembered(User user, Visitor visitor) {
    var secrets = sessions.startRemembered(user, visitor);
    secrets.ifPresent(begun -> audit.fire(signedIn(user, visitor)));
    return secrets;
  }

  private void forget(HttpServletRequest request, HttpServletResponse response) {
    cookies
        .find(request, REMEMBERED)
        .ifPresent(
            value -> {
              remembered.end(value);
              cookies.clear(response, REMEMBERED);
            });
  }

  /** Logs out; revokes no grant. */
  public void end(HttpServletRequest request, HttpServletResponse response) {
    forget(request, response);
    secret(request).ifPresent(sessions::end);
    cookies.clear(response, COOKIE);
  }
}
