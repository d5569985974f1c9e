package org.sallyport.openid;

import static org.sallyport.oauth.OAuthError.INSUFFICIENT_SCOPE;
import static org.sallyport.oauth.OAuthError.INVALID_TOKEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.sallyport.client.Clients;
import org.sallyport.client.CrossOrigin;
import org.sallyport.config.ServerSettings;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.MetadataContributor;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.token.GrantState;
import org.sallyport.token.inspect.TokenInspector;
import org.sallyport.token.inspect.TokenInspector.Living;
import org.sallyport.web.Form;

/** Whom an access token is about, OpenID Connect Core 1.0 §5.3. */
@ApplicationScoped
@Path("/userinfo")
public class UserInfoEndpoint implements MetadataContributor {

  // Not as @Context, which Jersey looks up anew for each request.
  @Inject private HttpServletRequest request;
  @Inject private TokenInspector inspector;
  @Inject private Clients clients;
  @Inject private PersonClaims claims;
  @Inject private ServerSettings server;

  @GET
  @Produces("application/json")
  public String get() {
    return tell(Parameters.NONE);
  }

  @POST
  @Produces("application/json")
  public String post() {
    return tell(Parameters.NONE);
  }

  @POST
  @Consumes("application/x-www-form-urlencoded")
  @Produces("application/json")
  public String post(InputStream body) {
    return tell(Form.read(body).withoutRepetition());
  }

  private String tell(Parameters form) {
    var text = BearerToken.of(request, form);
    var living = inspector.inspect(text).orElseThrow(() -> dead(text));
    clients.find(living.token().clientId()).ifPresent(client -> CrossOrigin.allow(request, client));
    var state = person(living);
    var scopes = living.token().scopes().intersection(state.scopes());
    if (!scopes.names().contains(PersonClaims.OPENID)) {
      throw insufficient();
    }
    return claims.of(state.user(), scopes).toString();
  }

  /** Scripts of the client that it was for may read that it is over. */
  private OAuthException dead(String text) {
    inspector
        .read(text)
        .flatMap(token -> clients.find(token.clientId()))
        .ifPresent(client -> CrossOrigin.allow(request, client));
    return BearerToken.refusal(INVALID_TOKEN.because("the access token is not usable"));
  }

  /** A token that was asked for to be used elsewhere (RFC 8707) is of no use here, RFC 9068 §4. */
  private GrantState person(Living living) {
    var state = living.grant().orElseThrow(UserInfoEndpoint::insufficient);
    var audiences = living.token().audiences();
    if (!audiences.contains(server.issuer())
        && state.client().audience().filter(audiences::contains).isEmpty()) {
      throw BearerToken.refusal(INVALID_TOKEN.because("the access token is for another server"));
    }
    return state;
  }

  private static OAuthException insufficient() {
    return BearerToken.insufficient(
        INSUFFICIENT_SCOPE.because("the access token may not tell of a person"),
        PersonClaims.OPENID);
  }

  @Override
  public void contribute(JsonObjectBuilder metadata, String issuer) {
    metadata
        .add("userinfo_endpoint", issuer + "/userinfo")
        .add("claims_supported", Json.array(PersonClaims.NAMES));
  }
}
