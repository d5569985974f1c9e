package org.sallyport.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.login.Flow;
import org.sallyport.login.Flows;
import org.sallyport.login.Logins;
import org.sallyport.oauth.Parameters;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;

/** Lets administrators pass, asked on every request: others log in first or find no such page. */
@RequestScoped
public class Administrator {

  private static final String PURPOSE = "/admin";
  private static final String START = "/admin/clients";
  private static final int LONGEST_PATH = 1000; // characters

  @Inject private CurrentPage page;
  @Inject private Logins logins;
  @Inject private Flows flows;
  @Inject private Clock clock;

  /** The administrator; otherwise the answer is given already and the page does nothing more. */
  public Optional<User> require(String path) {
    var login = logins.current(page.request());
    if (login.isEmpty()) {
      // A longer path is none of ours, and would not fit into what the browser carries.
      var back = path.length() > LONGEST_PATH ? START : path;
      var flow = Flow.of(back, Parameters.NONE, clock.instant());
      page.goOn("/login?tx=" + flows.seal(flow, page.request(), page.response()));
      return Optional.empty();
    }
    var user = login.get().user();
    if (!user.isAdministrator()) {
      page.refuse(Problem.of(404));
      return Optional.empty();
    }
    return Optional.of(user);
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
