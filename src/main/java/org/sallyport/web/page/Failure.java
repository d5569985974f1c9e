package org.sallyport.web.page;

import java.util.ResourceBundle;

/** What is wrong with a field of a form, in words. */
public record Failure(String field, String text) {

  private static final String BUNDLE = "org.sallyport.messages";

  /** A failure of a field, or of a button, by the key of its words. */
  public static Failure of(String field, String key) {
    return new Failure(field, ResourceBundle.getBundle(BUNDLE).getString(key));
  }

  public String getField() {
    return field;
  }

  public String getText() {
    return text;
  }
}
