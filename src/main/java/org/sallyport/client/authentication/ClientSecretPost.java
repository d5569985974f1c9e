package org.sallyport.client.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sallyport.oauth.Parameters;

/** {@code client_secret_post}, RFC 6749 §2.3.1. */
@ApplicationScoped
public class ClientSecretPost extends SecretMethod {

  @Override
  public String name() {
    return "client_secret_post";
  }

  @Override
  public Optional<ClientCredentials> find(Parameters form, String authorization) {
    return form.find("client_secret")
        .map(secret -> new ClientCredentials(form.require("client_id"), Optional.of(secret)));
  }
}
