package org.sallyport.web.page;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Writes a time to the minute, in UTC and saying so, as the view's language does; reads none. */
public class MomentConverter implements Converter<Instant> {

  @Override
  public Instant getAsObject(FacesContext faces, UIComponent component, String text) {
    throw new UnsupportedOperationException("a time is shown and not typed");
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent component, Instant time) {
    return time == null
        ? ""
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(faces.getViewRoot().getLocale())
                .format(time.atZone(ZoneOffset.UTC))
            + " UTC";
  }
}
