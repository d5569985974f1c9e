package org.sallyport.user.hash;

import com.password4j.Argon2Function;
import com.password4j.Password;
import java.util.regex.Pattern;

/** Argon2, RFC 9106, as its reference library writes it; ownCloud and Django add a beginning. */
final class Argon2 implements HashFormat {

  private static final Pattern BEGINNING = Pattern.compile("^(?:[23]\\||argon2(?=\\$))");
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2(?:id|i|d)\\$v=\\d{2}\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$[A-Za-z0-9+/]{8,128}\\$[A-Za-z0-9+/]{16,128}");
  private static final int MOST_LANES = 8;

  private final Costs most;

  Argon2(Costs most) {
    this.most = most;
  }

  @Override
  public boolean recognises(String hash) {
    var form = FORM.matcher(plain(hash));
    return form.matches()
        && Integer.parseInt(form.group(1)) <= most.memory()
        && Integer.parseInt(form.group(2)) <= most.passes()
        && Integer.parseInt(form.group(3)) <= MOST_LANES;
  }

  @Override
  public boolean matches(String password, String hash) {
    var plain = plain(hash);
    return Password.check(password, plain).with(Argon2Function.getInstanceFromHash(plain));
  }

  private static String plain(String hash) {
    return BEGINNING.matcher(hash).replaceFirst("");
  }
}
