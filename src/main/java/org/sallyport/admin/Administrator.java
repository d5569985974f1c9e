package org.sallyport.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sallyport.login.Login;
import org.sallyport.login.LoginFirst;
import org.sallyport.login.Logins;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;

/** Lets administrators pass, asked on every request: others log in first or find no such page. */
@RequestScoped
public class Administrator {

  private static final String PURPOSE = "/admin";
  private static final String START = "/admin/clients";

  @Inject private CurrentPage page;
  @Inject private LoginFirst loginFirst;
  @Inject private Logins logins;

  /** The administrator; otherwise the answer is given already and the page does nothing more. */
  public Optional<User> require(String path) {
    var user = loginFirst.require(path, START).map(Login::user);
    if (user.isPresent() && !user.get().isAdministrator()) {
      page.refuse(Problem.of(404));
      return Optional.empty();
    }
    return user;
  }

  /** The CSRF token of the forms, bound to this login. */
  public String csrf() {
    return logins.csrf(PURPOSE, page.request());
  }

  /** Whether a form brought it. */
  public boolean isGenuine() {
    return logins.isGenuine(PURPOSE, page.parameter("csrf"), page.request());
  }
}
