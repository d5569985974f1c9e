package org.sallyport.consent;

import java.util.List;
import java.util.function.Predicate;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.oauth.Scopes;
import org.sallyport.web.words.CurrentLanguage;

/** The scopes that a person is asked about: as the page shows them, and as it is answered. */
public record Question(Scopes asked, ScopeCatalogue catalogue) {

  /** What is asked, in the language of the page; some of it is left out at first. */
  public List<ScopeInWords> inWords(Predicate<String> leftOut) {
    return asked.names().stream()
        .flatMap(name -> catalogue.find(name).stream())
        .map(scope -> ScopeInWords.of(scope, CurrentLanguage.get()))
        .map(scope -> leftOut.test(scope.name()) ? scope.unticked() : scope)
        .toList();
  }

  /** Tells this question from one that asks for more, or for the same in another way. */
  public String wording() {
    return asked + "\n" + asked.intersection(catalogue.optional());
  }

  /** An optional scope that was on the page, and whose box came back empty, is left out. */
  public Consent.Answer answer(List<String> offered, List<String> ticked) {
    var open = asked.intersection(catalogue.optional()).intersection(Scopes.of(offered));
    var left = open.without(Scopes.of(ticked));
    return new Consent.Answer(asked.without(left), left);
  }
}
