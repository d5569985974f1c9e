package org.sallyport.client.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sallyport.client.Client;
import org.sallyport.oauth.Parameters;

/** {@code none}, RFC 7591 §2: a public client says who it is and can't prove it. */
@ApplicationScoped
public class NoAuthentication implements ClientAuthenticationMethod {

  @Override
  public String name() {
    return "none";
  }

  @Override
  public Optional<ClientCredentials> find(Parameters form, String authorization) {
    if (authorization != null || form.find("client_secret").isPresent()) {
      return Optional.empty();
    }
    return form.find("client_id").map(id -> new ClientCredentials(id, Optional.empty()));
  }

  @Override
  public boolean proves(ClientCredentials credentials, Optional<Client> client) {
    return client.filter(known -> !known.isConfidential()).isPresent();
  }
}
