package org.sallyport.admin.api.client;

import org.sallyport.admin.api.json.Flat;
import org.sallyport.admin.api.json.Text;
import org.sallyport.client.Client;
import org.sallyport.client.ClientType;
import org.sallyport.client.NewClient;

/** A client as it shall be. */
@Text("What can be changed of a client")
public record ClientChange(
    @Text(
            "What kind of application it is: web, spa and native can become each other. From web to"
                + " another, its secrets end and all that it was given; to web, it gets a secret")
        ClientType type,
    @Flat ClientSettings settings) {

  static ClientChange of(Client client) {
    return new ClientChange(client.type(), ClientSettings.of(client));
  }

  /** The client that it asks for; whether that may be is for the rules. */
  NewClient wanted(String id) {
    return settings.wanted(id, type);
  }
}
