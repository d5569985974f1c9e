package org.sallyport.grant;

import org.sallyport.client.Client;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.token.Entitlement;

/** An authorization grant, RFC 6749 §1.3: it decides what its holder gets and mints nothing. */
public interface Grant {

  /** The {@code grant_type}. */
  String type();

  /**
   * Uses the grant up.
   *
   * @throws OAuthException when it is not usable by this client
   */
  Entitlement redeem(Parameters form, Client client);
}
