package org.sallyport.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.sallyport.user.UserRegistry;
import org.sallyport.web.Csrf;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.words.Language;

/** The page at the root: who is signed in, and where to go from here. */
@Named
@RequestScoped
public class HomePage {

  private static final String PATH = "/";
  private static final String BROWSER = "browser";

  @Inject private CurrentPage page;
  @Inject private Logins logins;
  @Inject private UserRegistry registry;

  private Login login;

  public void open() {
    login = logins.current(page.request()).orElse(null);
  }

  /** Keeps the language that the person wants; 303 to the page in it. */
  public void speak() {
    open();
    var tag = page.parameter("language");
    if (login != null && isGenuine() && isOffered(tag)) {
      registry.speak(login.user().id(), tag.equals(BROWSER) ? "" : tag);
    }
    page.goOn("/");
  }

  private boolean isGenuine() {
    return logins
        .secret(page.request())
        .filter(secret -> Csrf.matches(secret, PATH, page.parameter("csrf")))
        .isPresent();
  }

  private static boolean isOffered(String tag) {
    return BROWSER.equals(tag) || Language.ALL.stream().anyMatch(known -> known.tag().equals(tag));
  }

  public String getCsrf() {
    return logins.secret(page.request()).map(secret -> Csrf.token(secret, PATH)).orElse("");
  }

  public List<Language> getLanguages() {
    return Language.ALL;
  }

  /** The tag of the language that the person has chosen, or that the browser decides. */
  public String getLanguage() {
    return login == null ? BROWSER : login.user().locale().orElse(BROWSER);
  }

  public boolean isSignedIn() {
    return login != null;
  }

  public String getUsername() {
    return login == null ? null : login.user().username();
  }

  public boolean isAdministrator() {
    return login != null && login.user().isAdministrator();
  }
}
