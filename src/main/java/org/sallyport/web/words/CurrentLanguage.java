package org.sallyport.web.words;

import java.util.Locale;

/** The language of the page that this thread shows; English until one is chosen. */
public final class CurrentLanguage {

  private static final ThreadLocal<Locale> CHOSEN = new ThreadLocal<>();

  private CurrentLanguage() {}

  /** The page's language. */
  public static Locale get() {
    var chosen = CHOSEN.get();
    return chosen == null ? Words.ENGLISH : chosen;
  }

  /** From now on this thread shows a page in this language. */
  public static void choose(Locale language) {
    CHOSEN.set(language);
  }

  /** Another request begins: containers use their threads again. */
  public static void forget() {
    CHOSEN.remove();
  }
}
