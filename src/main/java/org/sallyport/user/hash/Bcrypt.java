package org.sallyport.user.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.BcryptFunction;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Bcrypt as PHP's {@code password_hash} writes it; ownCloud writes its version before it. */
final class Bcrypt implements HashFormat {

  private static final String OWNCLOUD = "1|";
  private static final Pattern FORM =
      Pattern.compile("\\$2[aby]\\$(0[4-9]|[12]\\d|3[01])\\$[./A-Za-z0-9]{53}");

  /** Of longer passwords all implementations take the beginning, in bytes. */
  private static final int LONGEST = 72;

  private final Costs most;

  Bcrypt(Costs most) {
    this.most = most;
  }

  @Override
  public boolean recognises(String hash) {
    var form = FORM.matcher(plain(hash));
    return form.matches() && Integer.parseInt(form.group(1)) <= most.bcrypt();
  }

  @Override
  public boolean matches(String password, String hash) {
    var bytes = password.getBytes(UTF_8);
    return check(Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST)), plain(hash));
  }

  static boolean check(byte[] password, String hash) {
    return BcryptFunction.getInstanceFromHash(hash).check(password, hash.getBytes(UTF_8));
  }

  private static String plain(String hash) {
    return hash.startsWith(OWNCLOUD) ? hash.substring(OWNCLOUD.length()) : hash;
  }
}
