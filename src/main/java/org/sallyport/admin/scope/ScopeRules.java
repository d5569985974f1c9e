package org.sallyport.admin.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sallyport.oauth.Scopes;
import org.sallyport.web.page.Failure;
import org.sallyport.web.words.CurrentLanguage;
import org.sallyport.web.words.Language;
import org.sallyport.web.words.Words;

/** What a scope's form must hold to, and how its failures are told. */
final class ScopeRules {

  private static final int LONGEST = 200; // characters
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]");

  private ScopeRules() {}

  /** What is wrong with a form, field by field. */
  static List<Failure> failures(ScopeForm form) {
    var failures = new ArrayList<Failure>();
    if (!Scopes.isName(form.nameText())) {
      failures.add(Failure.of("name", "scopes.name.wrong"));
    }
    if (form.descriptionText().isEmpty() || isUnreadable(form.descriptionText())) {
      failures.add(Failure.of("description", "scopes.description.wrong"));
    }
    if (form.isByDefault() && Scopes.RESERVED.contains(form.nameText())) {
      failures.add(Failure.of("by_default", "scopes.reserved.default"));
    }
    form.wordTexts().entrySet().stream()
        .filter(words -> isUnreadable(words.getValue()))
        .forEach(w -> failures.add(Failure.of("words_" + w.getKey(), "scopes.description.wrong")));
    return failures;
  }

  private static boolean isUnreadable(String text) {
    return text.length() > LONGEST || UNPRINTABLE.matcher(text).find();
  }

  /** That somebody else was first, and what the fields hold now that are not as typed. */
  static List<Failure> conflict(Map<String, Object> now) {
    var failures = new ArrayList<Failure>();
    failures.add(Failure.of("save", "scopes.conflict"));
    now.forEach((field, value) -> failures.add(now(field, value)));
    return failures;
  }

  private static Failure now(String field, Object value) {
    var words = new Words(CurrentLanguage.get());
    var shown =
        value instanceof Boolean yes
            ? words.get(yes ? "scopes.yes" : "scopes.no")
            : value.equals("") ? words.get("scopes.none.words") : value;
    return Failure.of(field, "scopes.now", label(field, words), shown);
  }

  private static String label(String field, Words words) {
    return switch (field) {
      case "description" -> words.get("scopes.description");
      case "by_default" -> words.get("scopes.default");
      case "is_optional" -> words.get("scopes.optional");
      default ->
          Language.ALL.stream()
              .filter(language -> field.equals("words_" + language.tag()))
              .findFirst()
              .map(Language::name)
              .orElse(field);
    };
  }
}
