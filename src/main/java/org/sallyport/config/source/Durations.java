package org.sallyport.config.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Locale;

/**
 * Reads ISO-8601 durations and periods alike: {@code PT10M}, {@code P30D}, {@code P1M}, {@code
 * P1DT12H}; a month counts 30 days and a year 365.
 */
public final class Durations {

  private Durations() {}

  /**
   * A length of time above zero.
   *
   * @throws DateTimeException when the text is no such length
   */
  public static Duration parse(String text) {
    var iso = text.trim().toUpperCase(Locale.ROOT);
    var time = iso.indexOf('T');
    var days = time < 0 ? iso : iso.substring(0, time);
    var total = time < 0 ? Duration.ZERO : Duration.parse("P" + iso.substring(time));
    if (!days.equals("P")) {
      var period = Period.parse(days);
      total =
          total.plusDays(period.getYears() * 365L + period.getMonths() * 30L + period.getDays());
    }
    if (total.isZero() || total.isNegative()) {
      throw new DateTimeException("not above zero");
    }
    return total;
  }

  /** The text of a length, which {@link #parse} reads: {@code P30D} and not {@code PT720H}. */
  public static String write(Duration length) {
    var days = length.toDays();
    var rest = length.minusDays(days);
    if (days == 0) {
      return length.toString();
    }
    return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
  }
}
