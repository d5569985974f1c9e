package org.sallyport.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
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

  private RedirectUri() {}

  /** RFC 9700 §4.1.3: the same string, the port of a loopback address apart. */
  public static boolean matches(String registered, String sent) {
    return registered.equals(sent) || matchesLoopback(registered, sent);
  }

  private static boolean matchesLoopback(String registered, String sent) {
    var ours = LOOPBACK.matcher(registered);
    var theirs = LOOPBACK.matcher(sent);
    return ours.matches()
        && theirs.matches()
        && isPort(theirs.group(2))
        && ours.group(1).equals(theirs.group(1))
        && path(ours.group(3)).equals(path(theirs.group(3)));
  }

  private static boolean isPort(String digits) {
    return digits == null || Integer.parseInt(digits) <= 65535;
  }

  private static String path(String group) {
    return group == null ? "" : group;
  }

  /** The key of the words that say why a URI can't be registered; empty when it can. */
  public static Optional<String> problem(String uri) {
    if (uri.length() > LONGEST
        || !ALLOWED.matcher(uri).matches()
        || ENCODED_CONTROL.matcher(uri).find()) {
      return Optional.of("client.redirect.characters");
    }
    URI parsed;
    try {
      parsed = new URI(uri).parseServerAuthority();
    } catch (URISyntaxException e) {
      return Optional.of("client.redirect.syntax");
    }
    var scheme = parsed.getScheme() == null ? "" : parsed.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !LOOPBACK.matcher(uri).matches()) {
      return Optional.of("client.redirect.scheme");
    } else if (parsed.getHost() == null
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

  private static boolean carriesResponse(String query) {
    try {
      return FormDecoder.parse(query).asMap().keySet().stream()
          .anyMatch(RESPONSE_PARAMETERS::contains);
    } catch (OAuthException e) {
      return true;
    }
  }
}
