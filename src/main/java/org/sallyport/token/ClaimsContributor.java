package org.sallyport.token;

import java.util.Map;

/** What an extension adds to access tokens that are JWTs, RFC 9068 §2.2.2; each is one bean. */
public interface ClaimsContributor {

  /**
   * Claims by their names, with texts, numbers, booleans, lists and maps; none of those that this
   * server writes itself.
   */
  Map<String, Object> claims(Entitlement entitlement);
}
