package org.sallyport.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.regex.Pattern;
import org.sallyport.audit.AuditEvent;
import org.sallyport.config.LoginSettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.store.Conflicts;
import org.sallyport.token.GrantsByUser;
import org.sallyport.web.CurrentPage;

/**
 * The logout page: asks first, so that no link can log anyone out, and leads to an authorize
 * request of this server or nowhere.
 */
@Named
@RequestScoped
public class LogoutPage {

  static final String PATH = "/logout";

  /** The address of ours that ownCloud's applications name, with any query and nothing else. */
  private static final Pattern TARGET =
      Pattern.compile(
          "(?:/index\\.php)?(?:/apps/oauth2)?/authorize\\?([!-~&&[^\"<>#\\\\]]{1,4000})");

  @Inject private CurrentPage page;
  @Inject private Logins logins;
  @Inject private GrantsByUser grants;
  @Inject private LoginSettings settings;
  @Inject private ServerSettings server;
  @Inject private Event<AuditEvent> audit;

  private Login login;
  private boolean done;

  /**
   * Shows who is logged in, or would be again by a remembered login; whoever is not goes on where
   * that is to be done.
   */
  public void open() {
    login = logins.recall(page.request(), page.response()).orElse(null);
    if (login == null && !getTarget().isEmpty()) {
      page.goOn(getTarget());
    }
  }

  /** Ends this browser's login; tokens of applications stay. */
  public void logout() {
    if (!logins.isGenuine(PATH, page.parameter("csrf"), page.request())) {
      open();
      return;
    }
    login = logins.current(page.request()).orElse(null);
    // Also where nobody seems to be here, as while a store of people is away: they come back.
    logins.end(page.request(), page.response());
    if (login != null) {
      endTrusted();
      audit.fire(new AuditEvent.LoggedOut(login.user().id()));
    }
    login = null;
    done = true;
    if (!getTarget().isEmpty()) {
      page.goOn(getTarget());
    }
  }

  private void endTrusted() {
    if (settings.logoutEndsTrusted()) {
      Conflicts.retry(() -> grants.revokeTrusted(login.user().id(), login.session().loginId()));
    }
  }

  /** Where to go afterwards: an authorize request of this server, whatever was asked; or empty. */
  public String getTarget() {
    var asked = page.parameter("redirect_url");
    if (asked == null) {
      return "";
    }
    var path =
        asked.startsWith(server.issuer()) ? asked.substring(server.issuer().length()) : asked;
    var target = TARGET.matcher(path);
    return target.matches() ? FlowAddress.AUTHORIZE + "?" + target.group(1) : "";
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
