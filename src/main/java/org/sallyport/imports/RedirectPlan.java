package org.sallyport.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sallyport.client.redirect.RedirectRules;
import org.sallyport.client.redirect.RedirectUri;
import org.sallyport.web.page.Failure;

/** What the redirect URIs of another system become, RFC 6749 §3.1.2, and the rules they need. */
final class RedirectPlan {

  private static final RedirectRules LOCALHOST = new RedirectRules(false, true, false);
  private static final RedirectRules SCHEMES = new RedirectRules(false, false, true);

  /** ownCloud: any port of one's own machine. */
  private static final Pattern ANY_PORT =
      Pattern.compile("http://(?:localhost|127\\.0\\.0\\.1):\\*(/.*)?");

  private final Set<String> uris = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();
  private boolean localhost;
  private boolean schemes;
  private boolean subdomains;

  private RedirectPlan() {}

  static RedirectPlan of(List<String> old) {
    var plan = new RedirectPlan();
    old.forEach(plan::take);
    return plan;
  }

  private void take(String old) {
    var anyPort = ANY_PORT.matcher(old);
    if (anyPort.matches()) {
      var path = Optional.ofNullable(anyPort.group(1)).orElse("");
      add("http://localhost" + path);
      add("http://127.0.0.1" + path);
      notes.add(old + ": any port of localhost and of 127.0.0.1, by an option with a risk.");
    } else if (old.contains("*")) {
      notes.add(old + ": left out, as no address here stands for many; register each.");
    } else {
      add(old);
    }
  }

  private void add(String uri) {
    var problem = RedirectUri.problem(uri, RedirectRules.STRICT);
    if (problem.isPresent() && RedirectUri.problem(uri, LOCALHOST).isEmpty()) {
      localhost = true;
    } else if (problem.isPresent() && RedirectUri.problem(uri, SCHEMES).isEmpty()) {
      schemes = true;
      notes.add(uri + ": a scheme that any app on a device may claim, by an option with a risk.");
    } else if (problem.isPresent()) {
      var reason = Failure.of("redirect_uris", problem.get()).text();
      notes.add(uri + ": left out. " + reason);
      return;
    }
    uris.add(uri);
  }

  /** The same, where hosts below the registered ones were accepted. */
  RedirectPlan withSubdomains() {
    if (uris.stream().anyMatch(RedirectUri::canHaveSubdomains)
        && uris.stream().allMatch(this::may)) {
      subdomains = true;
      notes.add("Hosts below the registered ones are accepted, by an option with a risk.");
    } else {
      notes.add("Its subdomains are not accepted: the host can't have any of its own.");
    }
    return this;
  }

  private boolean may(String uri) {
    return RedirectUri.isOnDevice(uri) || RedirectUri.canHaveSubdomains(uri);
  }

  List<String> uris() {
    return List.copyOf(uris);
  }

  RedirectRules rules() {
    return new RedirectRules(subdomains, localhost, schemes);
  }

  List<String> notes() {
    return notes;
  }

  /** Whether an answer may go to a program on a person's own device. */
  boolean isAnyOnDevice() {
    return uris.stream().anyMatch(RedirectUri::isOnDevice);
  }

  boolean areAllOnDevice() {
    return !uris.isEmpty() && uris.stream().allMatch(RedirectUri::isOnDevice);
  }

  /** Where scripts of a client run that is answered in browsers, for CORS. */
  List<String> origins() {
    var origin = Pattern.compile("(https://[a-z0-9.-]+(?::\\d{1,5})?)(?:[/?].*)?");
    return uris.stream()
        .map(origin::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }
}
