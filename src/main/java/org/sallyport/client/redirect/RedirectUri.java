package org.sallyport.client.redirect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthException;

/** Redirection URIs: what may be registered, and when a sent one is a registered one. */
public final class RedirectUri {

  private static final int LONGEST = 1024;

  /** Names of the answer's own parameters, which a registered query must not carry. */
  private static final Set<String> RESPONSE_PARAMETERS =
      Set.of(
          "code",
          "response",
          "state",
          "iss",
          "error",
          "error_description",
          "id_token",
          "access_token");

  private static final Pattern ALLOWED = Pattern.compile("[\\x21-\\x7E&&[^\"<>\\\\^`{|};]]+");

  /** What is refused plain is refused encoded, lest someone decodes it. */
  private static final Pattern ENCODED_CONTROL =
      Pattern.compile("%([01]\\p{XDigit}|7F|5C)", Pattern.CASE_INSENSITIVE);

  private static final Pattern DOT_SEGMENT =
      Pattern.compile("/(\\.|%2e){1,2}(/|\\?|$)", Pattern.CASE_INSENSITIVE);

  /** RFC 8252 §7.3: literal loopback addresses, whose port the client chooses as it starts. */
  private static final Pattern LOOPBACK =
      Pattern.compile("http://(127\\.0\\.0\\.1|\\[::1])(?::(\\d{1,5}))?(/.*)?");

  /** The name for it, which another program may resolve elsewhere, RFC 8252 §8.3. */
  private static final Pattern LOCALHOST =
      Pattern.compile("http://(localhost)(?::(\\d{1,5}))?(/.*)?");

  private static final Pattern HTTPS = Pattern.compile("https://([a-z0-9.-]{1,253})([:/?].*)?");

  private RedirectUri() {}

  /** RFC 9700 §4.1.3: the same string, but for what a client's rules leave open. */
  public static boolean matches(String registered, String sent, RedirectRules rules) {
    return registered.equals(sent)
        || matchesButForPort(LOOPBACK, registered, sent)
        || (rules.localhost() && matchesButForPort(LOCALHOST, registered, sent))
        || (rules.subdomains() && isBelow(registered, sent));
  }

  private static boolean matchesButForPort(Pattern form, String registered, String sent) {
    var ours = form.matcher(registered);
    var theirs = form.matcher(sent);
    return ours.matches()
        && theirs.matches()
        && isPort(theirs.group(2))
        && ours.group(1).equals(theirs.group(1))
        && text(ours.group(3)).equals(text(theirs.group(3)));
  }

  /** The same address on a host below the registered one, compared label by label. */
  private static boolean isBelow(String registered, String sent) {
    var ours = HTTPS.matcher(registered);
    var theirs = HTTPS.matcher(sent);
    return sent.length() <= LONGEST
        && ours.matches()
        && theirs.matches()
        && HostName.isBelow(ours.group(1), theirs.group(1))
        && text(ours.group(2)).equals(text(theirs.group(2)));
  }

  private static boolean isPort(String digits) {
    return digits == null || Integer.parseInt(digits) <= 65535;
  }

  private static String text(String group) {
    return group == null ? "" : group;
  }

  /** Whether it leads to a program on the person's own device, RFC 8252 §7. */
  public static boolean isOnDevice(String uri) {
    return !uri.regionMatches(true, 0, "https://", 0, "https://".length());
  }

  /** Whether hosts below its own can be told from those of others. */
  public static boolean canHaveSubdomains(String uri) {
    var parts = HTTPS.matcher(uri);
    return parts.matches() && HostName.canHaveSubdomains(parts.group(1));
  }

  /** The key of the words that say why a URI can't be registered; empty when it can. */
  public static Optional<String> problem(String uri, RedirectRules rules) {
    if (uri.length() > LONGEST
        || !ALLOWED.matcher(uri).matches()
        || ENCODED_CONTROL.matcher(uri).find()) {
      return Optional.of("client.redirect.characters");
    }
    try {
      return problem(uri, new URI(uri).parseServerAuthority(), rules);
    } catch (URISyntaxException e) {
      return Optional.of("client.redirect.syntax");
    }
  }

  private static Optional<String> problem(String uri, URI parsed, RedirectRules rules) {
    var own = rules.privateSchemes() && PrivateScheme.isPrivate(parsed.getScheme());
    if (!own && !isUsualScheme(uri, parsed, rules)) {
      return Optional.of("client.redirect.scheme");
    } else if (parsed.isOpaque()
        || (parsed.getHost() == null && !own)
        || parsed.getRawUserInfo() != null
        || parsed.getPort() > 65535) {
      return Optional.of("client.redirect.host");
    } else if (parsed.getRawFragment() != null) {
      return Optional.of("client.redirect.fragment");
    } else if (DOT_SEGMENT.matcher(parsed.getRawPath()).find() || uri.contains("*")) {
      return Optional.of("client.redirect.path");
    } else if (carriesResponse(parsed.getRawQuery())) {
      return Optional.of("client.redirect.parameters");
    }
    return Optional.empty();
  }

  private static boolean isUsualScheme(String uri, URI parsed, RedirectRules rules) {
    return "https".equalsIgnoreCase(parsed.getScheme())
        || LOOPBACK.matcher(uri).matches()
        || (rules.localhost() && LOCALHOST.matcher(uri).matches());
  }

  private static boolean carriesResponse(String query) {
    try {
      return FormDecoder.parse(query).asMap().keySet().stream()
          .anyMatch(RESPONSE_PARAMETERS::contains);
    } catch (OAuthException e) {
      return true;
    }
  }
}
