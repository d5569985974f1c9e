package org.sallyport.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sallyport.web.CurrentPage;

/** The page at the root: who is signed in, and where to go from here. */
@Named
@RequestScoped
public class HomePage {

  @Inject private CurrentPage page;
  @Inject private Logins logins;

  private Login login;

  public void open() {
    login = logins.current(page.request()).orElse(null);
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
