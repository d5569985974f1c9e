package org.sallyport.client.redirect;

/**
 * What a client's redirect URIs may be beside https, RFC 8252 §7: the port of {@code localhost}
 * free, schemes of its own, and hosts below the registered one.
 */
public record RedirectRules(boolean subdomains, boolean localhost, boolean privateSchemes) {

  /** RFC 9700 §4.1.3: the same string, the port of a literal loopback address apart. */
  public static final RedirectRules STRICT = new RedirectRules(false, false, false);
}
