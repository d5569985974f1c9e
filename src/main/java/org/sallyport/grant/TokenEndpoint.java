package org.sallyport.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.sallyport.client.authentication.ClientAuthenticator;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.MetadataContributor;
import org.sallyport.web.Form;

/** The token endpoint, RFC 6749 §3.2. */
@ApplicationScoped
@Path("/token")
public class TokenEndpoint implements MetadataContributor {

  // Not as @Context, which Jersey looks up anew for each request.
  @Inject private HttpServletRequest request;
  @Inject private ClientAuthenticator authenticator;
  @Inject private Grants grants;
  @Inject private TokenHooks hooks;

  @POST
  @Consumes("application/x-www-form-urlencoded")
  @Produces("application/json")
  public Response token(InputStream body) {
    var form = Form.read(body).withoutRepetition();
    var client = authenticator.authenticate(form, request);
    var grant = grants.forClient(form.require("grant_type"), client);
    // As bytes, which need no writer of 8 KB.
    var answer = hooks.issue(grant, form, client).toString().getBytes(UTF_8);
    // RFC 6749 §5.1: with both headers.
    return Response.ok(answer)
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache")
        .build();
  }

  @Override
  public void contribute(JsonObjectBuilder metadata, String issuerUrl) {
    metadata
        .add("token_endpoint", issuerUrl + "/token")
        .add("token_endpoint_auth_methods_supported", Json.array(authenticator.names()))
        .add("grant_types_supported", Json.array(grants.types()));
  }
}
