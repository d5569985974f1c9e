package org.sallyport.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sallyport.client.redirect.RedirectRules;

/** What a client may beyond the safe usual; all of it is off until an administrator decides. */
public record ClientOptions(
    RedirectRules redirects,
    boolean plainPkce,
    boolean optionalPkce,
    boolean trusted,
    ResponseProfile profile,
    ClientLifetimes lifetimes) {

  private static final String ON = "true";

  public static final ClientOptions NONE =
      new ClientOptions(
          RedirectRules.STRICT, false, false, false, ResponseProfile.NONE, ClientLifetimes.DEFAULT);

  /** Those that make an attack easier, by the names of their fields. */
  public static final List<String> RISKS =
      List.of(
          "allow_subdomains",
          "allow_localhost",
          "private_schemes",
          "plain_pkce",
          "optional_pkce",
          "trusted");

  /** All as texts by the names of their fields; one that is off is empty. */
  public Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("allow_subdomains", redirects.subdomains() ? ON : "");
    fields.put("allow_localhost", redirects.localhost() ? ON : "");
    fields.put("private_schemes", redirects.privateSchemes() ? ON : "");
    fields.put("plain_pkce", plainPkce ? ON : "");
    fields.put("optional_pkce", optionalPkce ? ON : "");
    fields.put("trusted", trusted ? ON : "");
    fields.put("response_profile", profile.word());
    fields.putAll(lifetimes.fields());
    return fields;
  }
}
