package org.sallyport.web.words;

import java.util.List;
import java.util.Locale;

/** A language of the pages, under its own name. */
public record Language(String tag, String name, String direction) {

  /** Every language of the pages. */
  public static final List<Language> ALL = Words.LANGUAGES.stream().map(Language::of).toList();

  private static Language of(Locale locale) {
    var direction = new Words(locale).get("page.direction");
    return new Language(locale.toLanguageTag(), locale.getDisplayLanguage(locale), direction);
  }

  public String getTag() {
    return tag;
  }

  public String getName() {
    return name;
  }

  public String getDirection() {
    return direction;
  }
}
