package org.sallyport.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.sallyport.config.ServerSettings;

/** Our cookies: never for scripts, for this host only, and on https never in the clear. */
@ApplicationScoped
public class Cookies {

  private static final int SECRET_CHARACTERS = 64;

  private ServerSettings settings;

  protected Cookies() {}

  @Inject
  public Cookies(ServerSettings settings) {
    this.settings = settings;
  }

  /** The secret that a cookie holds, if it has the form of ours. */
  public Optional<String> find(HttpServletRequest request, String name) {
    var cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (var cookie : cookies) {
      if (cookie.getName().equals(fullName(name))) {
        return Optional.of(cookie.getValue()).filter(v -> v.length() == SECRET_CHARACTERS);
      }
    }
    return Optional.empty();
  }

  /** Sets a cookie that the browser keeps until it is closed. */
  public void set(HttpServletResponse response, String name, String value) {
    response.addCookie(cookie(name, value));
  }

  /** Sets a cookie that the browser keeps for a time, also when it is closed. */
  public void keep(HttpServletResponse response, String name, String value, Duration time) {
    var cookie = cookie(name, value);
    cookie.setMaxAge((int) time.toSeconds());
    response.addCookie(cookie);
  }

  /** Takes a cookie back. */
  public void clear(HttpServletResponse response, String name) {
    var cookie = cookie(name, "");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  private Cookie cookie(String name, String value) {
    var cookie = new Cookie(fullName(name), value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(settings.tls());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  /** RFC 6265bis §4.1.3.2: the prefix keeps other hosts of the domain from planting ours. */
  private String fullName(String name) {
    return settings.tls() ? "__Host-" + name : name;
  }
}
