package org.sallyport.admin.api.client;

import java.time.Instant;
import java.util.Optional;
import org.sallyport.admin.api.json.Flat;
import org.sallyport.admin.api.json.Text;
import org.sallyport.client.Client;
import org.sallyport.client.ClientType;

/** A client. */
@Text("A client")
public record ClientView(
    @Text("Its id, for ever") String clientId,
    @Text("What kind of application it is") ClientType type,
    @Text("Whether it keeps a secret") boolean confidential,
    @Flat ClientSettings settings,
    @Text("When it was registered") Instant createdAt,
    @Text("When it, its secrets or its state were last changed") Instant updatedAt,
    @Text("Who did: a person’s id or a client’s") Optional<String> updatedBy) {

  static ClientView of(Client client) {
    return new ClientView(
        client.id(),
        client.type(),
        client.isConfidential(),
        ClientSettings.of(client),
        client.createdAt(),
        client.updatedAt(),
        client.updatedBy());
  }

  /** A client after a change, with the secret that came with it. */
  @Text("A client after a change; where it has begun to keep a secret, that is told this once")
  public record Changed(
      @Flat ClientView client,
      @Text("Null where it had one before, or has none") Optional<String> clientSecret) {}

  /** A client just made, with its secret. */
  @Text("A client that was made just now, with its secret, which is told this once")
  public record Made(
      @Flat ClientView client, @Text("Null for a public client") Optional<String> clientSecret) {}
}
