package org.sallyport.admin.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.sallyport.client.ClientRegistry;
import org.sallyport.client.ClientType;
import org.sallyport.client.NewClient;
import org.sallyport.client.secret.ClientSecrets;
import org.sallyport.consent.Consents;
import org.sallyport.token.revoke.Revocations;
import org.sallyport.token.revoke.Selection;

/** Makes another kind of a client, RFC 6749 §2.1, with all that follows for what it has. */
@ApplicationScoped
public class ClientConversion {

  @Inject private ClientAdministration administration;
  @Inject private ClientRegistry registry;
  @Inject private ClientSecrets secrets;
  @Inject private Consents consents;
  @Inject private Revocations revocations;

  /**
   * Makes another kind of a client that was changed in the same transaction, as its last step; with
   * its secret where it begins to keep one.
   */
  public Optional<String> convert(ClientType before, NewClient wanted, String administratorId) {
    registry.convert(wanted.id(), wanted.type());
    return before.isConfidential() == wanted.type().isConfidential()
        ? Optional.empty()
        : secret(wanted, administratorId);
  }

  private Optional<String> secret(NewClient wanted, String by) {
    var id = wanted.id();
    secrets.alive(id).forEach(secret -> administration.endSecret(id, secret.id(), by));
    if (wanted.type().isConfidential()) {
      // What it has goes on, as from now on it is of use to whoever knows the secret only.
      return administration.addSecret(id, "", Duration.ZERO, by);
    }
    // RFC 6749 §10.2: all this was given to whoever proved to be the client; now nobody can.
    consents.withdrawAllOf(id);
    revocations.revoke(new Selection(Optional.empty(), Optional.of(id), Optional.empty()), by);
    return Optional.empty();
  }
}
