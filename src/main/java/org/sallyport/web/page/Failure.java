package org.sallyport.web.page;

import org.sallyport.web.words.CurrentLanguage;
import org.sallyport.web.words.Words;

/** What is wrong with a field of a form, in words. */
public record Failure(String field, String text) {

  /** A failure of a field, or of a button, by the key of its words and what they speak of. */
  public static Failure of(String field, String key, Object... arguments) {
    return new Failure(field, new Words(CurrentLanguage.get()).get(key, arguments));
  }

  public String getField() {
    return field;
  }

  public String getText() {
    return text;
  }
}
