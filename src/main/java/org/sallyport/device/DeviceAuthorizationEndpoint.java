package org.sallyport.device;

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
import java.time.Clock;
import org.sallyport.client.Client;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.client.authentication.ClientAuthenticator;
import org.sallyport.config.ServerSettings;
import org.sallyport.grant.Grants;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.MetadataContributor;
import org.sallyport.oauth.Parameters;
import org.sallyport.token.Audiences;
import org.sallyport.web.ClientAddress;
import org.sallyport.web.Form;

/** The device authorization endpoint, RFC 8628 §3.1. */
@ApplicationScoped
@Path("/device_authorization")
public class DeviceAuthorizationEndpoint implements MetadataContributor {

  @Inject private ClientAuthenticator authenticator;
  @Inject private Grants grants;
  @Inject private ScopeCatalogue scopes;
  @Inject private Audiences audiences;
  @Inject private DeviceCodes codes;
  @Inject private ClientAddress addresses;
  @Inject private ServerSettings server;
  // Not as @Context, which Jersey looks up anew for each request.
  @Inject private HttpServletRequest request;
  @Inject private Clock clock;

  @POST
  @Consumes("application/x-www-form-urlencoded")
  @Produces("application/json")
  public Response authorize(InputStream body) {
    var form = Form.read(body).withoutRepetition();
    var client = authenticator.authenticate(form, request);
    grants.forClient(DeviceCodeGrant.TYPE, client);
    var issued = codes.issue(asked(form, client));
    return Response.ok(answer(issued)).header("Cache-Control", "no-store").build();
  }

  private DeviceRequest asked(Parameters form, Client client) {
    return new DeviceRequest(
        client,
        scopes.resolve(client, form.find("scope")),
        audiences.resolve(client, form.all("resource")),
        addresses.of(request),
        clock.instant());
  }

  /** RFC 8628 §3.2. */
  private String answer(DeviceCodes.Issued issued) {
    var page = server.url(DevicePage.PATH);
    return Json.object()
        .add("device_code", issued.deviceCode())
        .add("user_code", issued.userCode().toString())
        .add("verification_uri", page)
        .add("verification_uri_complete", page + "?user_code=" + issued.userCode())
        .add("expires_in", issued.lifetime().toSeconds())
        .add("interval", DeviceAuthorization.INTERVAL.toSeconds())
        .build()
        .toString();
  }

  @Override
  public void contribute(JsonObjectBuilder metadata, String issuer) {
    if (grants.types().contains(DeviceCodeGrant.TYPE)) {
      metadata.add("device_authorization_endpoint", issuer + "/device_authorization");
    }
  }
}
