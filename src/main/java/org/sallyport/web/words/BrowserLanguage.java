package org.sallyport.web.words;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale.LanguageRange;

/** {@code Accept-Language}, RFC 9110 §12.5.4. */
@ApplicationScoped
public class BrowserLanguage implements LanguageWish {

  private static final int LONGEST = 1000; // characters

  @Override
  public Stage stage() {
    return Stage.BROWSER;
  }

  @Override
  public List<LanguageRange> of(HttpServletRequest request) {
    var header = String.join(",", Collections.list(request.getHeaders("Accept-Language")));
    if (header.isBlank() || header.length() > LONGEST) {
      return List.of();
    }
    try {
      return LanguageRange.parse(header).stream().filter(range -> range.getWeight() > 0).toList();
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }
}
