package org.sallyport.user.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** WordPress since 6.8: bcrypt of a keyed digest, so that a long password counts whole. */
final class WordPress implements HashFormat {

  private static final String PREFIX = "$wp";
  private static final byte[] KEY = "wp-sha384".getBytes(UTF_8);

  private final Bcrypt bcrypt;

  WordPress(Costs most) {
    bcrypt = new Bcrypt(most);
  }

  @Override
  public boolean recognises(String hash) {
    return hash.startsWith(PREFIX) && bcrypt.recognises(hash.substring(PREFIX.length()));
  }

  @Override
  public boolean matches(String password, String hash) {
    var digest = new HmacUtils(HmacAlgorithms.HMAC_SHA_384, KEY).hmac(trimmed(password));
    return Bcrypt.check(Base64.getEncoder().encode(digest), hash.substring(PREFIX.length()));
  }

  private static byte[] trimmed(String password) {
    return password.strip().getBytes(UTF_8);
  }
}
