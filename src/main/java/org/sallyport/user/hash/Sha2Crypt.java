package org.sallyport.user.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Crypt;

/** SHA-2 crypt, as Unix systems and mail servers keep it: {@code $5$} and {@code $6$}. */
final class Sha2Crypt implements HashFormat {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$[56]\\$(?:rounds=(\\d{4,7})\\$)?[./A-Za-z0-9]{1,16}\\$[./A-Za-z0-9]{43,86}");

  private final Costs most;

  Sha2Crypt(Costs most) {
    this.most = most;
  }

  @Override
  public boolean recognises(String hash) {
    var form = FORM.matcher(hash);
    return form.matches()
        && (form.group(1) == null || Integer.parseInt(form.group(1)) <= most.rounds());
  }

  @Override
  public boolean matches(String password, String hash) {
    var made = Crypt.crypt(password.getBytes(UTF_8), hash);
    return MessageDigest.isEqual(made.getBytes(UTF_8), hash.getBytes(UTF_8));
  }
}
