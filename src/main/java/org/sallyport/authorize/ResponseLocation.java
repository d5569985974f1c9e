package org.sallyport.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** The client's redirect URI with the answer in its query or fragment, RFC 6749 §4.1.2, §4.2.2. */
final class ResponseLocation {

  private ResponseLocation() {}

  static String of(String redirectUri, String mode, Map<String, String> answer) {
    var query =
        answer.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    // RFC 6749 §3.1.2: a query that the URI has already is kept.
    var mark = mode.equals(ResponseType.FRAGMENT) ? "#" : redirectUri.contains("?") ? "&" : "?";
    return redirectUri + mark + query;
  }
}
