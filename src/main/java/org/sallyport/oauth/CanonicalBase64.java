package org.sallyport.oauth;

import java.util.Base64;

/**
 * RFC 4648 §3.5: the last character of base64url has unused bits, so several texts decode to the
 * same bytes; only the one that we write is accepted.
 */
public final class CanonicalBase64 {

  private CanonicalBase64() {}

  /** Whether every dot-separated part is the one text of its bytes. */
  public static boolean isCanonical(String token) {
    for (var part : token.split("\\.", -1)) {
      var bytes = Base64.getUrlDecoder().decode(part);
      if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
        return false;
      }
    }
    return true;
  }
}
