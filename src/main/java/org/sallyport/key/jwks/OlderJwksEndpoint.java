package org.sallyport.key.jwks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * The JWK Set (RFC 7517 §5) under the path of the servers that Sallyport replaces; a class of its
 * own, as JAX-RS looks for this path nowhere but below the longest path of a class.
 */
@ApplicationScoped
@Path("/authorize/jwks")
public class OlderJwksEndpoint {

  @Inject private JwksEndpoint jwks;

  @GET
  public Response get(@HeaderParam("If-None-Match") String known) {
    return jwks.get(known);
  }
}
