package org.sallyport.grant;

import org.sallyport.client.Client;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.oauth.Scopes;
import org.sallyport.token.Entitlement;

/**
 * What an extension does beside each grant, at the token endpoint, RFC 6749 §3.2, and at the
 * authorize endpoint where that gives tokens ({@code implicit}); one bean each.
 */
public interface TokenHook {

  /**
   * Looks at a request before its grant is used up.
   *
   * @throws OAuthException when it must not be served
   */
  default void admit(String grantType, Parameters form, Client client) {}

  /** The scopes that are given; one that was not granted is never added by this. */
  default Scopes scopes(String grantType, Entitlement entitlement) {
    return entitlement.scopes();
  }

  /** Called when tokens were made, before they are sent. */
  default void issued(String grantType, Entitlement entitlement) {}

  /** Called when the client is known and gets nothing. */
  default void refused(String grantType, Client client, OAuthException refusal) {}
}
