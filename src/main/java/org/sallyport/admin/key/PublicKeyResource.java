package org.sallyport.admin.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.sallyport.key.SigningKey;
import org.sallyport.key.SigningKeys;
import org.sallyport.login.Login;
import org.sallyport.login.Logins;
import org.sallyport.oauth.Json;
import org.sallyport.user.User;

/** The public part of a key as a file: a JWK (RFC 7517 §4) or PEM (RFC 7468 §13). */
@ApplicationScoped
@Path("/admin/keys/public.{format:jwk|pem}")
public class PublicKeyResource {

  @Inject private SigningKeys keys;
  @Inject private Logins logins;

  @GET
  public Response get(
      @PathParam("format") String format,
      @QueryParam("kid") String kid,
      @Context HttpServletRequest request) {
    var key =
        logins
            .current(request)
            .map(Login::user)
            .filter(User::isAdministrator)
            .flatMap(administrator -> keys.find(kid == null ? "" : kid))
            .orElseThrow(NotFoundException::new);
    var jwk = format.equals("jwk");
    // The id is base64url, so it can stand in a file's name.
    return Response.ok(jwk ? jwk(key) : key.pem())
        .type(jwk ? "application/jwk+json" : "application/x-pem-file")
        .header("Content-Disposition", "attachment; filename=\"" + key.kid() + "." + format + '"')
        .build();
  }

  private static String jwk(SigningKey key) {
    return Json.object(key.jwk()).build().toString();
  }
}
