package org.sallyport.admin.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.sallyport.client.ClientPolicies;
import org.sallyport.client.NewClient;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.client.redirect.RedirectUri;
import org.sallyport.config.KeySettings;
import org.sallyport.grant.Grants;
import org.sallyport.web.page.Failure;

/** What a client may be registered as, new or changed: the one set of rules. */
@ApplicationScoped
public class ClientRules {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PUBLISHER = 200;
  private static final int LONGEST_SHOWN = 120;
  private static final int MOST_URIS = 20;

  /** Characters that a list's column holds. */
  private static final int LONGEST_LIST = 4000;

  static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

  /** The grants at whose end people are sent back. */
  private static final Set<String> SENT_BACK = Set.of("authorization_code", Grants.IMPLICIT);

  private static final Set<String> FORMATS = Set.of("jwt", "opaque");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]");

  /** RFC 6454 §6.1, of https or a loopback host: what a browser sends as {@code Origin}. */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "https://[a-z0-9.-]+(:\\d{1,5})?|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

  @Inject private ScopeCatalogue scopes;
  @Inject private Grants grants;
  @Inject private ClientPolicies policies;

  /** What is wrong with a change; a type that can't follow the one before is all that is said. */
  public List<Failure> failures(NewClient before, NewClient wanted) {
    return before.type().mayBecome(wanted.type())
        ? failures(wanted)
        : List.of(Failure.of("type", "client.type.stays"));
  }

  /** What is wrong, field by field; what is at fault is named. */
  public List<Failure> failures(NewClient wanted) {
    var failures = new ArrayList<Failure>();
    if (wanted.name().isEmpty() || !isPrintable(wanted.name(), LONGEST_NAME)) {
      failures.add(Failure.of("name", "clients.name.wrong"));
    }
    if (wanted.publisher().filter(text -> !isPrintable(text, LONGEST_PUBLISHER)).isPresent()) {
      failures.add(Failure.of("publisher", "client.publisher.wrong"));
    }
    addRedirects(wanted, failures);
    addScopes(wanted, failures);
    grantFailure(wanted).ifPresent(key -> failures.add(Failure.of("grant_types", key)));
    addTokenOptions(wanted, failures);
    failures.addAll(OptionRules.failures(wanted));
    policies.refusals(wanted).forEach(words -> failures.add(new Failure("name", words)));
    return failures;
  }

  private static boolean isPrintable(String text, int longest) {
    return text.length() <= longest && !UNPRINTABLE.matcher(text).find();
  }

  private static void addRedirects(NewClient wanted, List<Failure> failures) {
    var uris = wanted.redirectUris();
    if (uris.isEmpty() && wanted.grantTypes().stream().anyMatch(SENT_BACK::contains)) {
      failures.add(Failure.of("redirect_uris", "clients.redirects.missing"));
    } else if (uris.size() > MOST_URIS) {
      failures.add(Failure.of("redirect_uris", "clients.redirects.many"));
      return;
    }
    for (var uri : uris) {
      RedirectUri.problem(uri, wanted.options().redirects())
          .ifPresent(key -> failures.add(named("redirect_uris", uri, key)));
    }
  }

  private void addScopes(NewClient wanted, List<Failure> failures) {
    if (wanted.scopes().toString().length() > LONGEST_LIST) {
      failures.add(Failure.of("scopes", "client.scopes.long"));
      return;
    }
    for (var name : wanted.scopes().names()) {
      if (!scopes.names().contains(name)) {
        failures.add(named("scopes", name, "client.scope.unknown"));
      }
    }
  }

  private Optional<String> grantFailure(NewClient wanted) {
    // A resource server may introspect and need no token itself.
    if ((wanted.grantTypes().isEmpty() && !wanted.mayIntrospect())
        || !grants.known().containsAll(wanted.grantTypes())) {
      return Optional.of("clients.grants.wrong");
    } else if (!wanted.type().isConfidential()
        && wanted.grantTypes().contains("client_credentials")) {
      return Optional.of("clients.grants.public");
    }
    return Optional.empty();
  }

  private static void addTokenOptions(NewClient wanted, List<Failure> failures) {
    var algorithm = wanted.signingAlgorithm();
    if (!FORMATS.contains(wanted.tokenFormat())
        || algorithm.filter(name -> !KeySettings.ALGORITHMS.contains(name)).isPresent()) {
      failures.add(Failure.of("token_format", "clients.token.wrong"));
    }
    addWrong("origins", wanted.origins(), o -> ORIGIN.matcher(o).matches(), failures);
    addWrong("resources", wanted.resources(), ClientRules::isResource, failures);
    if (!wanted.type().isConfidential() && wanted.mayIntrospect()) {
      failures.add(Failure.of("may_introspect", "clients.introspect.public"));
    }
  }

  private static void addWrong(
      String field, List<String> words, Predicate<String> rule, List<Failure> failures) {
    var key = "clients." + field + ".wrong";
    if (String.join(" ", words).length() > LONGEST_LIST) {
      failures.add(Failure.of(field, key));
      return;
    }
    words.stream().filter(rule.negate()).forEach(word -> failures.add(named(field, word, key)));
  }

  /** RFC 8707 §2: an absolute URI without a fragment. */
  private static boolean isResource(String text) {
    try {
      var uri = new URI(text);
      return uri.isAbsolute() && uri.getRawFragment() == null && text.length() <= 500;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  static Failure named(String field, String culprit, String key) {
    var shown =
        culprit.length() > LONGEST_SHOWN ? culprit.substring(0, LONGEST_SHOWN) + "…" : culprit;
    return Failure.of(field, "client.culprit", shown, Failure.of(field, key).text());
  }
}
