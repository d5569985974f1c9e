package org.sallyport.web.words;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale.LanguageRange;

/** Someone who may say in which language a page is to be shown; each is one bean. */
public interface LanguageWish {

  /** Who is heard first. */
  enum Stage {
    REQUEST,
    PERSON,
    BROWSER
  }

  Stage stage();

  /** The languages that a request should be answered in, best first; may be none. */
  List<LanguageRange> of(HttpServletRequest request);
}
