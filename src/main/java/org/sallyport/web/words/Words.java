package org.sallyport.web.words;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of one language. */
public record Words(Locale language) {

  static final Locale ENGLISH = Locale.ENGLISH;

  /** Every language that there are words for. */
  public static final List<Locale> LANGUAGES =
      List.of(ENGLISH, Locale.GERMAN, Locale.forLanguageTag("ar"));

  /** Without it Java would try the language of the machine before English. */
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  /** The text of a key with its arguments, numbers written as the language does. */
  public String get(String key, Object... arguments) {
    var text = bundle().getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text, language).format(arguments);
  }

  private ResourceBundle bundle() {
    return ResourceBundle.getBundle("org.sallyport.messages", language, NO_FALLBACK);
  }
}
