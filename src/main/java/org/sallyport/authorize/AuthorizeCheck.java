package org.sallyport.authorize;

import org.sallyport.oauth.OAuthException;

/** A condition on authorize requests; each is one bean, and its failure goes to the client. */
public interface AuthorizeCheck {

  /** The order in which checks are made. */
  enum Stage {
    SHAPE,
    RESPONSE,
    PROOF,
    SCOPE,
    LOGIN
  }

  Stage stage();

  /**
   * Looks at a request.
   *
   * @throws OAuthException when it fails
   */
  void check(AuthorizeRequest request);
}
