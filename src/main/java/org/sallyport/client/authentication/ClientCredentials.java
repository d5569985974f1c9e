package org.sallyport.client.authentication;

import java.util.Optional;

/** What a request shows to prove who its client is. */
public record ClientCredentials(String clientId, Optional<String> secret) {

  /** Without the secret. */
  @Override
  public String toString() {
    return clientId;
  }
}
