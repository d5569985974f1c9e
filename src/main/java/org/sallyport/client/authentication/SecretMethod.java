package org.sallyport.client.authentication;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sallyport.client.Client;
import org.sallyport.client.secret.ClientSecret;
import org.sallyport.client.secret.ClientSecrets;
import org.sallyport.client.secret.HashedSecrets;
import org.sallyport.client.secret.SecretUses;

/** Methods that show a secret of the client; an unknown client costs the same comparisons. */
abstract class SecretMethod implements ClientAuthenticationMethod {

  private static final ClientSecret NOBODYS = ClientSecret.unknown();

  @Inject private SecretUses uses;
  @Inject private HashedSecrets hashed;
  @Inject private Clock clock;

  @Override
  public boolean proves(ClientCredentials credentials, Optional<Client> client) {
    var known = client.map(Client::secrets).orElse(List.of());
    var sent = credentials.secret().orElse("");
    var now = clock.instant();
    ClientSecret shown = null;
    // As many as a client may have, so that the time does not tell how many it has.
    for (var i = 0; i < ClientSecrets.MOST_ALIVE; i++) {
      var secret = i < known.size() ? known.get(i) : NOBODYS;
      if (secret.digest().matches(sent) & secret.isAlive(now)) {
        shown = secret;
      }
    }
    if (shown == null) {
      shown = hashed.find(known, sent).orElse(null);
    }
    if (shown != null) {
      uses.note(shown.id(), now);
    }
    return shown != null;
  }
}
