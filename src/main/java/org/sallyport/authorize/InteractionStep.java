package org.sallyport.authorize;

import java.util.Optional;
import org.sallyport.login.Login;
import org.sallyport.oauth.OAuthException;

/** Something that a person may have to do on the way to a code; each is one bean. */
public interface InteractionStep {

  /** The order in which steps are taken. */
  enum Stage {
    LOGIN,
    ACCOUNT,
    CONSENT
  }

  Stage stage();

  /** Whether the person must do it now. */
  boolean isNeeded(AuthorizeRequest request, Optional<Login> login);

  /** The page where it is done. */
  String page();

  /** What a client hears that allows no page, OpenID Connect Core 1.0 §3.1.2.6. */
  OAuthException refusal();
}
