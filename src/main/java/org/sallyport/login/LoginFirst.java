package org.sallyport.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.oauth.Parameters;
import org.sallyport.web.CurrentPage;

/** Who asks for a page that needs a login: others log in first, and come back to it. */
@RequestScoped
public class LoginFirst {

  private static final int LONGEST_PATH = 1000; // characters

  @Inject private CurrentPage page;
  @Inject private Logins logins;
  @Inject private Flows flows;
  @Inject private Clock clock;

  /** The login of this request; empty when the browser is on its way to the login page already. */
  public Optional<Login> require(String path, String home) {
    var login = logins.current(page.request());
    if (login.isEmpty()) {
      // A longer path is none of ours, and would not fit into what the browser carries.
      var back = path.length() > LONGEST_PATH ? home : path;
      var flow = Flow.of(back, Parameters.NONE, clock.instant());
      page.goOn("/login?tx=" + flows.seal(flow, page.request(), page.response()));
    }
    return login;
  }
}
