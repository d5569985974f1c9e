package org.sallyport.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sallyport.user.User;
import org.sallyport.web.Cookies;

/** The login of a request, by its cookie. */
@ApplicationScoped
public class Logins {

  private static final String COOKIE = "sallyport_session";

  @Inject private Cookies cookies;
  @Inject private LoginSessions sessions;

  /** Who sends this request. */
  public Optional<Login> current(HttpServletRequest request) {
    var login = secret(request).flatMap(sessions::find);
    login.map(Login::session).filter(sessions::isStale).ifPresent(sessions::touch);
    return login;
  }

  /** The secret of the session's cookie, to which forms are bound. */
  public Optional<String> secret(HttpServletRequest request) {
    return cookies.find(request, COOKIE);
  }

  /** Logs in under a new session id, so that one planted before is worth nothing. */
  public void start(User user, HttpServletRequest request, HttpServletResponse response) {
    secret(request).ifPresent(sessions::end);
    cookies.set(response, COOKIE, sessions.start(user));
  }

  /** Logs out; revokes no grant. */
  public void end(HttpServletRequest request, HttpServletResponse response) {
    secret(request).ifPresent(sessions::end);
    cookies.clear(response, COOKIE);
  }
}
