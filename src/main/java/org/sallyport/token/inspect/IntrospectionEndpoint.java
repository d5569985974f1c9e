package org.sallyport.token.inspect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.Optional;
import org.sallyport.client.Client;
import org.sallyport.client.authentication.ClientAuthenticator;
import org.sallyport.config.ServerSettings;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.MetadataContributor;
import org.sallyport.token.AccessToken;
import org.sallyport.web.Form;

/** Introspection, RFC 7662 §2: a client sees its own tokens, a resource server may see all. */
@ApplicationScoped
@Path("/introspect")
public class IntrospectionEndpoint implements MetadataContributor {

  private static final JsonObject INACTIVE = Json.object().add("active", false).build();

  // Not as @Context, which Jersey looks up anew for each request.
  @Inject private HttpServletRequest request;
  @Inject private ClientAuthenticator authenticator;
  @Inject private TokenInspector inspector;
  @Inject private RefreshInspector refreshTokens;
  @Inject private ServerSettings server;

  @POST
  @Consumes("application/x-www-form-urlencoded")
  @Produces("application/json")
  public String introspect(InputStream body) {
    var form = Form.read(body).withoutRepetition();
    var client = authenticator.authenticateConfidential(form, request);
    var token = form.require("token");
    return access(token, client).or(() -> refresh(token, client)).orElse(INACTIVE).toString();
  }

  private Optional<JsonObject> access(String text, Client caller) {
    return inspector
        .inspect(text)
        .filter(living -> maySee(caller, living.token().clientId()))
        .map(living -> describe(living).build());
  }

  private JsonObjectBuilder describe(TokenInspector.Living living) {
    var token = living.token();
    var answer =
        Json.object()
            .add("active", true)
            .add("token_type", "Bearer")
            .add("client_id", token.clientId())
            .add("sub", token.subject())
            .add("scope", token.scopes().toString())
            .add("iss", server.issuer())
            .add("iat", token.issuedAt().getEpochSecond())
            .add("exp", token.expiresAt().getEpochSecond())
            .add("jti", token.jti());
    addAudience(answer, token);
    living.grant().ifPresent(state -> answer.add("username", state.user().username()));
    return answer;
  }

  private static void addAudience(JsonObjectBuilder answer, AccessToken token) {
    if (token.audiences().size() == 1) {
      answer.add("aud", token.audiences().get(0));
    } else {
      answer.add("aud", Json.array(token.audiences()));
    }
  }

  private Optional<JsonObject> refresh(String text, Client caller) {
    return refreshTokens
        .inspect(text)
        .filter(state -> maySee(caller, state.client().id()))
        .map(
            state ->
                Json.object()
                    .add("active", true)
                    .add("client_id", state.client().id())
                    .add("sub", state.user().id())
                    .add("username", state.user().username())
                    .add("scope", state.grant().scopes().toString())
                    .add("iss", server.issuer())
                    .add("iat", state.grant().rotatedAt().getEpochSecond())
                    .add("exp", state.grant().expiresAt().getEpochSecond())
                    .build());
  }

  private static boolean maySee(Client caller, String owner) {
    return caller.mayIntrospect() || caller.id().equals(owner);
  }

  @Override
  public void contribute(JsonObjectBuilder metadata, String issuer) {
    metadata
        .add("introspection_endpoint", issuer + "/introspect")
        .add(
            "introspection_endpoint_auth_methods_supported",
            Json.array(authenticator.confidentialNames()));
  }
}
