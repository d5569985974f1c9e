package org.sallyport.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sallyport.oauth.Randomness;

/** Knows a browser again by a random cookie, before anyone has logged in with it. */
@ApplicationScoped
public class Browsers {

  private static final String COOKIE = "sallyport_browser";

  private Cookies cookies;

  protected Browsers() {}

  @Inject
  public Browsers(Cookies cookies) {
    this.cookies = cookies;
  }

  public Optional<String> find(HttpServletRequest request) {
    var fresh = (String) request.getAttribute(COOKIE);
    return fresh != null ? Optional.of(fresh) : cookies.find(request, COOKIE);
  }

  /** The CSRF token of a form of this browser; empty where it is not known. */
  public String csrf(String purpose, HttpServletRequest request) {
    return find(request).map(secret -> Csrf.token(secret, purpose)).orElse("");
  }

  /** Whether a form brought the token of its purpose and browser. */
  public boolean isGenuine(String purpose, String sent, HttpServletRequest request) {
    return find(request).filter(secret -> Csrf.matches(secret, purpose, sent)).isPresent();
  }

  /** The browser's secret, given to it now if it had none. */
  public String ensure(HttpServletRequest request, HttpServletResponse response) {
    return find(request)
        .orElseGet(
            () -> {
              var secret = Randomness.secret();
              request.setAttribute(COOKIE, secret);
              cookies.set(response, COOKIE, secret);
              return secret;
            });
  }
}
