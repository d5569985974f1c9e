package org.sallyport.authorize.owncloud;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.sallyport.authorize.AuthorizeEndpoint;
import org.sallyport.config.CompatSettings;
import org.sallyport.grant.TokenEndpoint;

/** {@code /authorize} and {@code /token} where ownCloud had them; absent unless switched on. */
@ApplicationScoped
@Path("/{prefix: (?:index\\.php/)?apps/oauth2}")
public class OwnCloudEndpoint {

  @Inject private CompatSettings settings;
  @Inject private AuthorizeEndpoint authorize;
  @Inject private TokenEndpoint token;

  @GET
  @Path("authorize")
  public Response get(@Context HttpServletRequest request, @Context HttpServletResponse response) {
    requireOn();
    return authorize.get(request, response);
  }

  @POST
  @Path("authorize")
  @Consumes("application/x-www-form-urlencoded")
  public Response post(
      InputStream body,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response) {
    requireOn();
    return authorize.post(body, request, response);
  }

  @POST
  @Path("api/v1/token")
  @Consumes("application/x-www-form-urlencoded")
  @Produces("application/json")
  public Response token(InputStream body) {
    requireOn();
    return token.token(body);
  }

  private void requireOn() {
    if (!settings.owncloud()) {
      throw new NotFoundException();
    }
  }
}
