package org.sallyport.device;

import java.time.Instant;
import java.util.List;
import org.sallyport.client.Client;
import org.sallyport.oauth.Scopes;

/** What a device asks for, RFC 8628 §3.1, and from where. */
record DeviceRequest(
    Client client, Scopes scopes, List<String> audiences, String address, Instant at) {

  DeviceRequest {
    audiences = List.copyOf(audiences);
  }

  String clientId() {
    return client.id();
  }
}
