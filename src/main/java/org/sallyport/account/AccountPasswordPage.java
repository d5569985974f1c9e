package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.audit.AuditEvent;
import org.sallyport.login.Flow;
import org.sallyport.login.Flows;
import org.sallyport.login.Login;
import org.sallyport.login.Logins;
import org.sallyport.login.PasswordChoice;
import org.sallyport.login.PasswordLogin;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;
import org.sallyport.user.User;
import org.sallyport.user.UserRegistry;
import org.sallyport.web.ClientAddress;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/** A person changes the own password, which ends all other logins and all connections. */
@Named
@RequestScoped
public class AccountPasswordPage {

  private static final String PATH = "/account/password";
  private static final String CURRENT = "current_password";

  @Inject private CurrentPage page;
  @Inject private Flows flows;
  @Inject private Logins logins;
  @Inject private PasswordLogin passwords;
  @Inject private PasswordChoice choice;
  @Inject private UserRegistry registry;
  @Inject private ClientAddress addresses;
  @Inject private Event<AuditEvent> audit;
  @Inject private OneTransaction transaction;
  @Inject private Clock clock;

  private Login login;
  private final List<Failure> failures = new ArrayList<>();

  /** Shows the page, after a login where nobody is logged in. */
  public void open() {
    login = logins.current(page.request()).orElse(null);
    if (login == null) {
      var flow = Flow.of(PATH, Parameters.NONE, clock.instant());
      page.goOn("/login?tx=" + flows.seal(flow, page.request(), page.response()));
    } else if (login.user().isOutside()) {
      // The password is not ours: its own store changes it.
      login = null;
      page.goOn("/");
    }
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (login == null) {
      open();
    }
  }

  /** Changes the password, where the current one is right; 303 home under a new session id. */
  public void change() {
    open();
    if (login == null) {
      return;
    }
    if (!isGenuine()) {
      failures.add(Failure.of(CURRENT, "page.expired"));
      return;
    }
    var user = login.user();
    var address = addresses.of(page.request());
    try {
      // The current one first: nobody learns anything of it by choosing it again.
      passwords.confirm(user, text(page.parameter(CURRENT)), address);
      failures.addAll(choice.failures(user));
      if (failures.isEmpty()) {
        store(user, choice.hash(), address);
      }
    } catch (OAuthException refused) {
      failures.addAll(choice.refused(CURRENT, refused));
    }
  }

  private void store(User user, String hash, String address) {
    var event = new AuditEvent.PasswordChanged(user.id(), "changed", address);
    var outcome =
        Conflicts.retry(
            () ->
                transaction.of(
                    () -> {
                      var done = registry.choosePassword(user, hash);
                      if (done == UserRegistry.Outcome.DONE) {
                        audit.fire(event);
                      }
                      return done;
                    }));
    if (outcome != UserRegistry.Outcome.DONE) {
      failures.add(Failure.of(CURRENT, "page.expired"));
      return;
    }
    logins.start(user.withPassword(hash), page.request(), page.response());
    page.goOn("/?done=password");
  }

  private boolean isGenuine() {
    return logins.isGenuine(PATH, page.parameter("csrf"), page.request());
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  public String getCsrf() {
    return logins.csrf(PATH, page.request());
  }

  public String getUsername() {
    return login == null ? null : login.user().username();
  }

  public String getHint() {
    return choice.hint();
  }

  public List<Failure> getFailures() {
    return failures;
  }
}
