package org.sallyport.grant;

import static org.sallyport.oauth.OAuthError.UNAUTHORIZED_CLIENT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.client.Client;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.oauth.Parameters;
import org.sallyport.token.Audiences;
import org.sallyport.token.Entitlement;

/** The client credentials grant, RFC 6749 §4.4. */
@ApplicationScoped
public class ClientCredentialsGrant implements Grant {

  @Inject private ScopeCatalogue scopes;
  @Inject private Audiences audiences;

  @Override
  public String type() {
    return "client_credentials";
  }

  @Override
  public Entitlement redeem(Parameters form, Client client) {
    if (!client.isConfidential()) {
      // RFC 6749 §4.4: a public client has no credentials of its own.
      throw UNAUTHORIZED_CLIENT.because("a public client may not use this grant type");
    }
    return Entitlement.ofClient(
        client,
        scopes.resolve(client, form.find("scope")),
        audiences.resolve(client, form.all("resource")));
  }
}
