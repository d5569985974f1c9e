package org.sallyport.web.visitor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The header in a few words, for people who look for the device that is not theirs. Versions are
 * left out: they change, tell a person nothing, and are nobody's business.
 */
final class UserAgent {

  private static final int LONGEST = 512; // characters that are looked at

  /**
   * What is in the header, and what it means; the first one counts, as many pretend to be others.
   */
  private record Sign(String text, String name) {}

  private static final List<Sign> BROWSERS =
      List.of(
          new Sign("Edg", "Edge"),
          new Sign("OPR/", "Opera"),
          new Sign("SamsungBrowser/", "Samsung Internet"),
          new Sign("Firefox/", "Firefox"),
          new Sign("FxiOS/", "Firefox"),
          new Sign("Chrome/", "Chrome"),
          new Sign("CriOS/", "Chrome"),
          new Sign("Safari/", "Safari"));

  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("iPhone", "iPhone"),
          new Sign("iPad", "iPad"),
          new Sign("Android", "Android"),
          new Sign("Windows", "Windows"),
          new Sign("Macintosh", "macOS"),
          new Sign("CrOS", "ChromeOS"),
          new Sign("Linux", "Linux"));

  /** RFC 9110 §10.1.5: the first product, as a program that is no browser names itself. */
  private static final Pattern PRODUCT = Pattern.compile("([A-Za-z][A-Za-z0-9._-]{0,39})(?:/.*)?");

  private UserAgent() {}

  static Optional<String> inWords(String header) {
    if (header == null) {
      return Optional.empty();
    }
    var text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
    var program = first(BROWSERS, text).or(() -> product(text));
    var words =
        Stream.of(program, first(SYSTEMS, text))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return Optional.of(words).filter(found -> !found.isEmpty());
  }

  private static Optional<String> first(List<Sign> signs, String text) {
    return signs.stream().filter(sign -> text.contains(sign.text())).map(Sign::name).findFirst();
  }

  private static Optional<String> product(String text) {
    var product = PRODUCT.matcher(text.split(" ", 2)[0]);
    return product.matches() && !product.group(1).equals("Mozilla")
        ? Optional.of(product.group(1))
        : Optional.empty();
  }
}
