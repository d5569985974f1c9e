package org.sallyport.web.page;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.sallyport.web.words.CurrentLanguage;
import org.sallyport.web.words.Languages;

/** Shows each page in the language of its request. */
public class PageLanguage extends ViewHandlerWrapper {

  private final Languages languages = CDI.current().select(Languages.class).get();

  public PageLanguage(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Locale calculateLocale(FacesContext faces) {
    var external = faces.getExternalContext();
    var language = languages.of((HttpServletRequest) external.getRequest());
    CurrentLanguage.choose(language);
    // RFC 9110 §12.5.5: another browser may get other words
    external.setResponseHeader("Vary", "Accept-Language");
    external.setResponseHeader("Content-Language", language.toLanguageTag());
    return language;
  }
}
