package org.sallyport.admin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sallyport.config.KeySettings;
import org.sallyport.web.page.Failure;

/** Checks what a form says of a client's tokens, scripts and resources. */
final class TokenOptions {

  private static final Set<String> FORMATS = Set.of("jwt", "opaque");

  /** RFC 6454 §6.1, of https or a loopback host: what a browser sends as {@code Origin}. */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "https://[a-z0-9.-]+(:\\d{1,5})?|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

  /** Characters that a list's column holds. */
  private static final int LONGEST_LIST = 4000;

  private TokenOptions() {}

  static List<Failure> failures(ClientForm form) {
    var failures = new ArrayList<Failure>();
    if (!FORMATS.contains(form.getTokenFormat())
        || form.algorithm().filter(name -> !KeySettings.ALGORITHMS.contains(name)).isPresent()) {
      failures.add(Failure.of("token_format", "clients.token.wrong"));
    }
    if (isTooLong(form.originList())
        || !form.originList().stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
      failures.add(Failure.of("origins", "clients.origins.wrong"));
    }
    if (isTooLong(form.resourceList())
        || !form.resourceList().stream().allMatch(TokenOptions::isResource)) {
      failures.add(Failure.of("resources", "clients.resources.wrong"));
    }
    if (form.isPublic() && form.isMayIntrospect()) {
      failures.add(Failure.of("may_introspect", "clients.introspect.public"));
    }
    return failures;
  }

  private static boolean isTooLong(List<String> words) {
    return String.join(" ", words).length() > LONGEST_LIST;
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
}
