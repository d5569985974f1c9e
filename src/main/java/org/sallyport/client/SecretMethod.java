package org.sallyport.client;

import java.util.Optional;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Randomness;

/** Methods that show the client's secret; an unknown client costs the same comparison. */
abstract class SecretMethod implements ClientAuthenticationMethod {

  private static final Digest NOBODYS = Digest.of(Randomness.secret());

  @Override
  public boolean proves(ClientCredentials credentials, Optional<Client> client) {
    var digest = client.flatMap(Client::secret);
    return digest.orElse(NOBODYS).matches(credentials.secret().orElse("")) && digest.isPresent();
  }
}
