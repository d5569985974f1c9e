package org.sallyport.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token in each form that changes something: an HMAC, keyed by a secret cookie that another
 * site can't read, over what the form is for.
 */
public final class Csrf {

  private Csrf() {}

  /** The token for a form, given the secret of the cookie that comes back with it. */
  public static String token(String cookieSecret, String purpose) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(cookieSecret.getBytes(UTF_8), "HmacSHA256"));
      var bytes = mac.doFinal(("csrf\n" + purpose).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** Whether a form brought its token; compares in constant time. */
  public static boolean matches(String cookieSecret, String purpose, String sent) {
    return sent != null
        && MessageDigest.isEqual(
            token(cookieSecret, purpose).getBytes(UTF_8), sent.getBytes(UTF_8));
  }
}
