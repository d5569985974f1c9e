package org.sallyport.web.page;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;

/** Writes the day of a time, in UTC, as the view's language does; reads none. */
public class DayConverter implements Converter<Instant> {

  @Override
  public Instant getAsObject(FacesContext faces, UIComponent component, String text) {
    throw new UnsupportedOperationException("a day is shown and not typed");
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent component, Instant time) {
    var locale = faces.getViewRoot().getLocale();
    return time == null
        ? ""
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(locale)
            .withDecimalStyle(DecimalStyle.of(locale))
            .format(time.atZone(ZoneOffset.UTC));
  }
}
