package org.sallyport.openid;

import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;
import static org.sallyport.oauth.OAuthError.INVALID_TOKEN;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;

/**
 * The access token of a request, RFC 6750 §2.1 and §2.2: in a header or in a form. Never in a
 * query, which ends up in logs and histories (RFC 9700 §4.3.2).
 */
final class BearerToken {

  private static final Pattern HEADER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*)");
  private static final String REALM = "Bearer realm=\"sallyport\"";

  private BearerToken() {}

  /**
   * The token.
   *
   * @throws OAuthException when there is none, or more than one
   */
  static String of(HttpServletRequest request, Parameters form) {
    var header = header(request);
    var field = form.find("access_token");
    if (header.isPresent() && field.isPresent()) {
      throw malformed("send the access token once");
    }
    // RFC 6750 §3.1: who sent none is told of no error, only how to send one.
    return header
        .or(() -> field)
        .orElseThrow(() -> INVALID_TOKEN.because("send an access token").challenge(REALM));
  }

  private static Optional<String> header(HttpServletRequest request) {
    var values = Collections.list(request.getHeaders("Authorization"));
    if (values.size() > 1) {
      throw malformed("send one Authorization header");
    }
    var bearer = values.stream().filter(BearerToken::isBearer).findFirst();
    return bearer.map(
        value -> {
          var token = HEADER.matcher(value);
          if (!token.matches()) {
            throw malformed("the access token is malformed");
          }
          return token.group(1);
        });
  }

  private static boolean isBearer(String value) {
    return value.regionMatches(true, 0, "Bearer", 0, 6)
        && (value.length() == 6 || value.charAt(6) == ' ');
  }

  private static OAuthException malformed(String text) {
    return refusal(INVALID_REQUEST.because(text));
  }

  /** The refusal with its challenge, RFC 6750 §3. */
  static OAuthException refusal(OAuthException refused) {
    return refused.challenge(
        "%s, error=\"%s\", error_description=\"%s\""
            .formatted(REALM, refused.error().code(), refused.description()));
  }

  /** The refusal of a token that may do less than is needed, RFC 6750 §3.1. */
  static OAuthException insufficient(OAuthException refused, String scope) {
    var told = refusal(refused);
    return told.challenge("%s, scope=\"%s\"".formatted(told.challenge(), scope));
  }
}
