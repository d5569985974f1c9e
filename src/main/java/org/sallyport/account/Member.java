package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.login.Flow;
import org.sallyport.login.Flows;
import org.sallyport.login.Login;
import org.sallyport.login.Logins;
import org.sallyport.oauth.Parameters;
import org.sallyport.web.CurrentPage;

/** Lets people to their own pages, asked on every request: others log in first. */
@RequestScoped
public class Member {

  static final String HOME = "/account";
  private static final int LONGEST_PATH = 1000; // characters

  @Inject private CurrentPage page;
  @Inject private Logins logins;
  @Inject private Flows flows;
  @Inject private Clock clock;

  /** Who is logged in; otherwise the answer is given already and the page does nothing more. */
  public Optional<Login> require(String path) {
    var login = logins.current(page.request());
    if (login.isEmpty()) {
      // A longer path is none of ours, and would not fit into what the browser carries.
      var back = path.length() > LONGEST_PATH ? HOME : path;
      var flow = Flow.of(back, Parameters.NONE, clock.instant());
      page.goOn("/login?tx=" + flows.seal(flow, page.request(), page.response()));
    }
    return login;
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
