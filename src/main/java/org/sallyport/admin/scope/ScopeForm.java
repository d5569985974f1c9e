package org.sallyport.admin.scope;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.sallyport.client.Scope;
import org.sallyport.web.words.Language;

/** What an administrator types for a scope. */
public class ScopeForm {

  private String name;
  private String description;
  private Map<String, String> words = new TreeMap<>();
  private boolean byDefault;
  private boolean optional;

  /** The form of a scope as it is. */
  static ScopeForm of(Scope scope) {
    var form = new ScopeForm();
    form.name = scope.name();
    form.description = scope.description();
    form.words = new TreeMap<>(scope.words());
    form.byDefault = scope.isDefault();
    form.optional = scope.isOptional();
    return form;
  }

  String nameText() {
    return text(name);
  }

  String descriptionText() {
    return text(description);
  }

  /** The words by language; a language without any is left out. */
  Map<String, String> wordTexts() {
    var texts = new TreeMap<String, String>();
    for (var language : Language.ALL) {
      var text = text(words.get(language.tag()));
      if (!text.isEmpty()) {
        texts.put(language.tag(), text);
      }
    }
    return texts;
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }

  /** The scope that a form without failures asks for. */
  Scope wanted() {
    var scope = new Scope(nameText(), descriptionText()).inWords(wordTexts());
    if (byDefault) {
      scope.asDefault();
    }
    return optional ? scope.asOptional() : scope;
  }

  /** What another form has in the fields that are not as here, by their names. */
  Map<String, Object> differences(ScopeForm other) {
    var different = new LinkedHashMap<String, Object>();
    var theirs = other.values();
    values()
        .forEach(
            (field, value) -> {
              if (!Objects.equals(value, theirs.get(field))) {
                different.put(field, theirs.get(field));
              }
            });
    return different;
  }

  Map<String, Object> values() {
    var values = new LinkedHashMap<String, Object>();
    values.put("description", descriptionText());
    var texts = wordTexts();
    for (var language : Language.ALL) {
      values.put("words_" + language.tag(), texts.getOrDefault(language.tag(), ""));
    }
    values.put("by_default", byDefault);
    values.put("is_optional", optional);
    return values;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  /** By language tag; the fields write into it. */
  public Map<String, String> getWords() {
    return words;
  }

  public boolean isByDefault() {
    return byDefault;
  }

  public void setByDefault(boolean byDefault) {
    this.byDefault = byDefault;
  }

  public boolean isOptional() {
    return optional;
  }

  public void setOptional(boolean optional) {
    this.optional = optional;
  }
}
