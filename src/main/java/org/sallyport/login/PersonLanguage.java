package org.sallyport.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale.LanguageRange;
import org.sallyport.web.words.LanguageWish;

/** The language that the person who is logged in has chosen. */
@ApplicationScoped
public class PersonLanguage implements LanguageWish {

  @Inject private Logins logins;

  @Override
  public Stage stage() {
    return Stage.PERSON;
  }

  @Override
  public List<LanguageRange> of(HttpServletRequest request) {
    return logins.current(request).flatMap(login -> login.user().locale()).stream()
        .map(LanguageRange::new)
        .toList();
  }
}
