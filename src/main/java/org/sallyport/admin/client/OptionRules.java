package org.sallyport.admin.client;

import java.util.ArrayList;
import java.util.List;
import org.sallyport.client.ClientLifetimes;
import org.sallyport.client.NewClient;
import org.sallyport.client.redirect.RedirectUri;
import org.sallyport.config.source.Durations;
import org.sallyport.grant.Grants;
import org.sallyport.web.page.Failure;

/** Which options a client may have, given where its answers go. */
final class OptionRules {

  private OptionRules() {}

  static List<Failure> failures(NewClient wanted) {
    var failures = new ArrayList<Failure>();
    var options = wanted.options();
    if (options.trusted() && wanted.redirectUris().stream().anyMatch(RedirectUri::isOnDevice)) {
      // RFC 8252 §8.6: any program on the device may answer there, so a person must look.
      failures.add(Failure.of("trusted", "client.trusted.device"));
    }
    if (options.optionalPkce() && !mayLeaveOutPkce(wanted)) {
      failures.add(Failure.of("optional_pkce", "client.optional.wrong"));
    }
    if (options.redirects().subdomains()) {
      addBroad(wanted, failures);
      wanted.redirectUris().stream()
          .filter(uri -> !RedirectUri.isOnDevice(uri) && !RedirectUri.canHaveSubdomains(uri))
          .map(uri -> ClientRules.named("allow_subdomains", uri, "client.subdomains.host"))
          .forEach(failures::add);
    }
    if (wanted.scopes().areReserved() && isBroad(wanted)) {
      failures.add(Failure.of("scopes", "client.scope.reserved.broad"));
    }
    options
        .lifetimes()
        .registered()
        .forEach(
            (field, length) -> {
              var longest = ClientLifetimes.LONGEST.get(field);
              if (length.compareTo(longest) > 0) {
                failures.add(Failure.of(field, "client.lifetime.long", Durations.write(longest)));
              }
            });
    return failures;
  }

  /** Where an administrator is not asked, or more than one place gets the answer. */
  private static boolean isBroad(NewClient wanted) {
    return wanted.options().trusted()
        || wanted.options().redirects().subdomains()
        || wanted.grantTypes().contains(Grants.IMPLICIT);
  }

  /** RFC 9700 §2.1.1 and RFC 8252 §6: a code alone must be worth nothing to another program. */
  private static boolean mayLeaveOutPkce(NewClient wanted) {
    return wanted.type().isConfidential()
        && wanted.redirectUris().stream().noneMatch(RedirectUri::isOnDevice);
  }

  /** Whoever has one of the hosts below would get codes or tokens that nobody was asked for. */
  private static void addBroad(NewClient wanted, List<Failure> failures) {
    if (wanted.options().trusted()) {
      failures.add(Failure.of("allow_subdomains", "client.subdomains.trusted"));
    }
    if (wanted.grantTypes().contains(Grants.IMPLICIT)) {
      failures.add(Failure.of("allow_subdomains", "client.subdomains.implicit"));
    }
  }
}
