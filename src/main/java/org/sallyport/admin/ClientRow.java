package org.sallyport.admin;

import java.util.List;
import org.sallyport.client.Client;

/** A client as the list shows it. */
public record ClientRow(Client client) {

  static ClientRow of(Client client) {
    return new ClientRow(client);
  }

  public String getId() {
    return client.id();
  }

  public String getName() {
    return client.name();
  }

  public boolean isConfidential() {
    return client.isConfidential();
  }

  public boolean isActive() {
    return client.isActive();
  }

  public List<String> getGrantTypes() {
    return client.grantTypes();
  }

  public List<String> getRedirectUris() {
    return client.redirectUris();
  }

  public String getScopes() {
    return client.scopes().toString();
  }
}
