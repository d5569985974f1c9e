package org.sallyport.user.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One digest in hexadecimal, without a salt: what whoever has the table reads in a minute. */
final class PlainDigest implements HashFormat {

  private final Pattern form;
  private final Function<String, String> digest;

  PlainDigest(int digits, Function<String, String> digest) {
    this.form = Pattern.compile("[0-9a-fA-F]{" + digits + "}");
    this.digest = digest;
  }

  @Override
  public boolean recognises(String hash) {
    return form.matcher(hash).matches();
  }

  @Override
  public boolean matches(String password, String hash) {
    var wanted = hash.toLowerCase(Locale.ROOT).getBytes(UTF_8);
    return MessageDigest.isEqual(digest.apply(password).getBytes(UTF_8), wanted);
  }
}
