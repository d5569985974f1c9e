package org.sallyport.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * CORS (Fetch standard §3.2): a preflight is answered for any active client's origin, the request
 * itself for its own client's only, never with credentials, and never on {@code /authorize} or
 * below {@code /admin}.
 */
@Provider
@PreMatching
@ApplicationScoped
public class CorsFilter implements ContainerRequestFilter, ContainerResponseFilter {

  @Inject private Clients clients;
  @Inject private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext incoming) {
    var origin = incoming.getHeaderString("Origin");
    var preflight =
        origin != null
            && incoming.getMethod().equals("OPTIONS")
            && incoming.getHeaderString("Access-Control-Request-Method") != null;
    if (!preflight || !isShared(incoming)) {
      return;
    }
    var answer = Response.noContent().header("Vary", "Origin");
    if (clients.isKnownOrigin(origin)) {
      answer
          .header("Access-Control-Allow-Origin", origin)
          .header("Access-Control-Allow-Methods", "GET, POST")
          .header("Access-Control-Allow-Headers", "Authorization, Content-Type")
          .header("Access-Control-Max-Age", "600");
    }
    incoming.abortWith(answer.build());
  }

  @Override
  public void filter(ContainerRequestContext incoming, ContainerResponseContext outgoing) {
    var origin = incoming.getHeaderString("Origin");
    if (!isShared(incoming) || incoming.getMethod().equals("OPTIONS")) {
      return;
    }
    // On every answer, or a cache would serve one made for nobody to a script.
    outgoing.getHeaders().putSingle("Vary", "Origin");
    if (origin == null) {
      return;
    }
    var isPublic = path(incoming).startsWith(".well-known/");
    if (isPublic ? clients.isKnownOrigin(origin) : CrossOrigin.isAllowed(request, origin)) {
      outgoing.getHeaders().putSingle("Access-Control-Allow-Origin", origin);
      outgoing
          .getHeaders()
          .putSingle("Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After");
    }
  }

  private static boolean isShared(ContainerRequestContext incoming) {
    var path = path(incoming);
    return !path.startsWith("admin/")
        && !path.equals("authorize")
        && !path.startsWith("authorize/")
        && !path.endsWith("apps/oauth2/authorize");
  }

  /** One implementation of JAX-RS gives the path with its first slash, the other without. */
  private static String path(ContainerRequestContext incoming) {
    var path = incoming.getUriInfo().getPath();
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
