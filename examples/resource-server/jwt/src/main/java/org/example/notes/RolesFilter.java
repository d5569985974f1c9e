package org.example.notes;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/**
 * Holds resources to their roles, on every server alike, and says in the words of RFC 6750 §3.1
 * what is missing: a token (401), or a scope (403). Before what the server does by itself.
 */
@Provider
@Priority(Priorities.AUTHORIZATION - 100)
public class RolesFilter implements ContainerRequestFilter {

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    var needed = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
    if (needed == null) {
      return;
    }
    var caller = request.getSecurityContext();
    if (caller.getUserPrincipal() == null) {
      refuse(request, 401, Bearer.none());
    } else if (Arrays.stream(needed.value()).noneMatch(caller::isUserInRole)) {
      refuse(request, 403, Bearer.insufficient(needed.value()[0]));
    }
  }

  private static void refuse(ContainerRequestContext request, int status, String challenge) {
    request.abortWith(
        Response.status(status)
            .header("WWW-Authenticate", challenge)
            .type("text/plain")
            .entity("refused")
            .build());
  }
}
