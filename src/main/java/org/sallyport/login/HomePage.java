package org.sallyport.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.sallyport.store.Conflicts;
import org.sallyport.user.UserRegistry;
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
      var chosen = tag.equals(BROWSER) ? "" : tag;
      Conflicts.retry(() -> registry.speak(login.user().id(), chosen));
    }
    page.goOn("/");
  }

  private boolean isGenuine() {
    return logins.isGenuine(PATH, page.parameter("csrf"), page.request());
  }

  private static boolean isOffered(String tag) {
    return BROWSER.equals(tag) || Language.ALL.stream().anyMatch(known -> known.tag().equals(tag));
  }

  public String getCsrf() {
    return logins.csrf(PATH, page.request());
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
