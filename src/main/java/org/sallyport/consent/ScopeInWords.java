package org.sallyport.consent;

import java.util.Locale;
import org.sallyport.client.Scope;

/** A scope as the consent page shows it. */
public record ScopeInWords(String name, String text, Choice choice) {

  /** What a person can do about it. */
  public enum Choice {
    NONE,
    TICKED,
    UNTICKED
  }

  /** A scope in the words of a language. */
  public static ScopeInWords of(Scope scope, Locale language) {
    var choice = scope.isOptional() ? Choice.TICKED : Choice.NONE;
    return new ScopeInWords(scope.name(), scope.description(language), choice);
  }

  /** The same scope, which the person has left out. */
  ScopeInWords unticked() {
    return new ScopeInWords(name, text, isOptional() ? Choice.UNTICKED : Choice.NONE);
  }

  public String getName() {
    return name;
  }

  public String getText() {
    return text;
  }

  public boolean isOptional() {
    return choice != Choice.NONE;
  }

  public boolean isTicked() {
    return choice == Choice.TICKED;
  }
}
