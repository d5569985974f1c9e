package org.sallyport.token.inspect;

import static org.sallyport.oauth.OAuthError.INVALID_GRANT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.sallyport.client.Client;
import org.sallyport.client.authentication.ClientAuthenticator;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.MetadataContributor;
import org.sallyport.store.Conflicts;
import org.sallyport.token.AccessToken;
import org.sallyport.token.RefreshToken;
import org.sallyport.token.RefreshTokens;
import org.sallyport.token.UserGrants;
import org.sallyport.token.imported.ImportedRefreshTokens;
import org.sallyport.web.Form;

/** Revocation, RFC 7009 §2: a refresh token ends its whole grant, an access token itself. */
@ApplicationScoped
@Path("/revoke")
public class RevocationEndpoint implements MetadataContributor {

  // Not as @Context, which Jersey looks up anew for each request.
  @Inject private HttpServletRequest request;
  @Inject private ClientAuthenticator authenticator;
  @Inject private RefreshTokens refreshTokens;
  @Inject private ImportedRefreshTokens imported;
  @Inject private UserGrants grants;
  @Inject private TokenInspector inspector;
  @Inject private RevokedTokens revoked;

  @POST
  @Consumes("application/x-www-form-urlencoded")
  public Response revoke(InputStream body) {
    var form = Form.read(body).withoutRepetition();
    var client = authenticator.authenticate(form, request);
    var token = form.require("token");
    var refresh = refreshTokens.read(token).or(() -> imported.find(token));
    if (refresh.isPresent()) {
      revokeGrant(refresh.get(), client);
    } else {
      inspector.read(token).ifPresent(access -> revokeAccess(access, client));
    }
    // RFC 7009 §2.2: a token that we do not know is as revoked as one that we do.
    return Response.ok("{}").type("application/json").build();
  }

  private void revokeGrant(RefreshToken token, Client client) {
    var state = grants.find(token.grantId());
    if (state.isPresent()) {
      requireOwner(client, state.get().client().id());
      Conflicts.retry(
          () -> {
            grants.revoke(token.grantId(), "revoked by its client");
            return null;
          });
    }
  }

  private void revokeAccess(AccessToken token, Client client) {
    requireOwner(client, token.clientId());
    Conflicts.retryDuplicate(
        () -> {
          revoked.add(token);
          return null;
        });
    inspector.forget();
  }

  private static void requireOwner(Client client, String owner) {
    if (!client.id().equals(owner)) {
      // RFC 7009 §2.1 refuses, and RFC 6749 §5.2 has this word for "issued to another client".
      throw INVALID_GRANT.because("the token was issued to another client");
    }
  }

  @Override
  public void contribute(JsonObjectBuilder metadata, String issuer) {
    metadata
        .add("revocation_endpoint", issuer + "/revoke")
        .add("revocation_endpoint_auth_methods_supported", Json.array(authenticator.names()));
  }
}
