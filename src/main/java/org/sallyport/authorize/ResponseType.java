package org.sallyport.authorize;

import java.util.Map;
import java.util.Optional;
import org.sallyport.login.Login;

/** A way to answer an authorize request, RFC 6749 §3.1.1; each is one bean. */
public interface ResponseType {

  /** RFC 6749 §4.1.2. */
  String QUERY = "query";

  /** RFC 6749 §4.2.2: what is there never reaches the client's server. */
  String FRAGMENT = "fragment";

  /** The {@code response_type}. */
  String name();

  /** The grant that a client must be allowed. */
  String grant();

  /** The {@code response_mode}: where in the redirect URI the answer is. */
  String mode();

  /** What the client gets now that all is allowed; empty where it was answered before. */
  Optional<Map<String, String>> answer(AuthorizeRequest request, Login login);
}
