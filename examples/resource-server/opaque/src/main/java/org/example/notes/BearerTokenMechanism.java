package org.example.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;

/** Logs a request in by its access token, RFC 6750 §2.1: no session, no cookie. */
@ApplicationScoped
public class BearerTokenMechanism implements HttpAuthenticationMechanism {

  private static final String SCHEME = "Bearer ";
  private static final String PREFIX = "SCOPE_";

  @Inject private Introspection introspection;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    var header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      // What needs no role is answered all the same; RolesFilter refuses the rest.
      return context.doNothing();
    }
    try {
      var known = introspection.ask(header.substring(SCHEME.length()).strip());
      if (known.isEmpty()) {
        return refuse(response, context);
      }
      var roles = known.get().scopes().stream().map(PREFIX::concat).collect(Collectors.toSet());
      return context.notifyContainerAboutLogin(known.get().subject(), roles);
    } catch (IOException away) {
      // Not 401: the token may be good, and the client should try again.
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader("Retry-After", "5");
      return AuthenticationStatus.SEND_FAILURE;
    }
  }

  private static AuthenticationStatus refuse(
      HttpServletResponse response, HttpMessageContext context) {
    response.setHeader("WWW-Authenticate", Bearer.invalid());
    return context.responseUnauthorized();
  }
}
