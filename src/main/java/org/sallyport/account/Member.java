package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sallyport.login.Login;
import org.sallyport.login.LoginFirst;
import org.sallyport.login.Logins;
import org.sallyport.web.CurrentPage;

/** Lets people to their own pages, asked on every request: others log in first. */
@RequestScoped
public class Member {

  static final String HOME = "/account";

  @Inject private CurrentPage page;
  @Inject private LoginFirst loginFirst;
  @Inject private Logins logins;

  /** Who is logged in; otherwise the answer is given already and the page does nothing more. */
  public Optional<Login> require(String path) {
    return loginFirst.require(path, HOME);
  }

  /** The CSRF token of a form, bound to this login and to what the form is about. */
  public String csrf(String purpose) {
    return logins.csrf(HOME + "\n" + purpose, page.request());
  }

  /** Whether a form brought it. */
  public boolean isGenuine(String purpose) {
    return logins.isGenuine(HOME + "\n" + purpose, page.parameter("csrf"), page.request());
  }
}
