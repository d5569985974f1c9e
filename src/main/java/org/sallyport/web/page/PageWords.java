package org.sallyport.web.page;

import java.util.Locale;
import org.sallyport.web.words.Words;

/** The function {@code s:words} of pages: one component of Faces less for each of its values. */
public final class PageWords {

  private PageWords() {}

  /** The text of a key with one or two values. */
  public static String of(Locale language, String key, Object value, Object second) {
    return new Words(language).get(key, value, second);
  }
}
