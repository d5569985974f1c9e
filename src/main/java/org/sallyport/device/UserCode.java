package org.sallyport.device;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.oauth.Randomness;

/** The code that a person reads from the device, RFC 8628 §6.1: eight letters, no vowel, no Y. */
public record UserCode(String letters) {

  private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
  private static final int LENGTH = 8;

  /** Characters: enough for any way to write eight letters. */
  private static final int LONGEST = 64;

  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Pc}.]+");
  private static final Pattern WHOLE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  static UserCode random() {
    return new UserCode(Randomness.letters(ALPHABET, LENGTH));
  }

  /** What a person has typed: in any case, whatever stands between the letters. */
  static Optional<UserCode> read(String typed) {
    if (typed == null || typed.length() > LONGEST) {
      return Optional.empty();
    }
    var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    var letters = BETWEEN.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
    return Optional.of(letters).filter(text -> WHOLE.matcher(text).matches()).map(UserCode::new);
  }

  /** As the device shows it. */
  @Override
  public String toString() {
    return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
  }
}
