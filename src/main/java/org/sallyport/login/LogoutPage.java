package org.sallyport.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sallyport.audit.AuditEvent;
import org.sallyport.web.CurrentPage;

/** The logout page: asks first, so that no link can log anyone out. */
@Named
@RequestScoped
public class LogoutPage {

  static final String PATH = "/logout";

  @Inject private CurrentPage page;
  @Inject private Logins logins;
  @Inject private Event<AuditEvent> audit;

  private Login login;
  private boolean done;

  /** Shows who is logged in. */
  public void open() {
    login = logins.current(page.request()).orElse(null);
  }

  /** Ends this browser's login; tokens of applications stay. */
  public void logout() {
    open();
    var genuine = logins.isGenuine(PATH, page.parameter("csrf"), page.request());
    if (login == null || !genuine) {
      return;
    }
    logins.end(page.request(), page.response());
    audit.fire(new AuditEvent.LoggedOut(login.user().id()));
    login = null;
    done = true;
  }

  public String getCsrf() {
    return logins.csrf(PATH, page.request());
  }

  public boolean isSignedIn() {
    return login != null;
  }

  public String getUsername() {
    return login == null ? null : login.user().username();
  }

  public boolean isDone() {
    return done;
  }
}
