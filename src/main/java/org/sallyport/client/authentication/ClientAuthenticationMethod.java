package org.sallyport.client.authentication;

import java.util.Optional;
import org.sallyport.client.Client;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;

/** A way for a client to authenticate, RFC 6749 §2.3; each is one bean. */
public interface ClientAuthenticationMethod {

  /** Its name in the registry of RFC 8414 §2. */
  String name();

  /**
   * The credentials that a request shows by this method; empty when it uses another.
   *
   * @param authorization the {@code Authorization} header, or null
   * @throws OAuthException when the request uses this method wrongly
   */
  Optional<ClientCredentials> find(Parameters form, String authorization);

  /** Whether the credentials prove the client; called for unknown clients too, with none. */
  boolean proves(ClientCredentials credentials, Optional<Client> client);
}
