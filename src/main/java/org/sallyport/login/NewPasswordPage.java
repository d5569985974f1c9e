package org.sallyport.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.audit.AuditEvent;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.store.Conflicts;
import org.sallyport.user.UserRegistry;
import org.sallyport.web.ClientAddress;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/** Whoever logs in with a password that somebody else knows chooses one of their own first. */
@Named
@RequestScoped
public class NewPasswordPage {

  static final String PATH = "/password";

  @Inject private CurrentPage page;
  @Inject private Flows flows;
  @Inject private Logins logins;
  @Inject private PasswordChoice choice;
  @Inject private UserRegistry registry;
  @Inject private ClientAddress addresses;
  @Inject private Event<AuditEvent> audit;
  @Inject private Clock clock;

  private Flow flow;
  private String tx;
  private Login login;
  private final List<Failure> failures = new ArrayList<>();

  /** Shows the page to whoever must be here; the login page knows where others belong. */
  public void open() {
    var sent = page.parameter("tx");
    var known = flows.open(sent, page.request());
    if (sent != null && known.isEmpty()) {
      page.refuse(ExpiredFlow.PROBLEM);
      return;
    }
    flow = known.orElseGet(() -> Flow.of("/", Parameters.NONE, clock.instant()));
    flow = flow.isExpired(clock.instant()) ? flow.restarted(clock.instant()) : flow;
    tx = flows.seal(flow, page.request(), page.response());
    login = logins.newcomer(page.request()).orElse(null);
    if (login == null) {
      page.goOn(LoginPage.PATH + "?tx=" + tx);
    }
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (flow == null) {
      open();
    }
  }

  /** Sets the password, which starts the login anew; 303 to where the flow leads. */
  public void choose() {
    open();
    if (login == null) {
      return;
    }
    if (!isGenuine()) {
      failures.add(Failure.of(PasswordChoice.FIELD, "page.expired"));
      return;
    }
    try {
      failures.addAll(choice.failures(login.user()));
      if (failures.isEmpty()) {
        change(choice.hash());
      }
    } catch (OAuthException refused) {
      failures.addAll(choice.refused(PasswordChoice.FIELD, refused));
    }
  }

  private void change(String hash) {
    var user = login.user();
    var outcome = Conflicts.retry(() -> registry.choosePassword(user, hash));
    if (outcome == UserRegistry.Outcome.DONE) {
      var address = addresses.of(page.request());
      audit.fire(new AuditEvent.PasswordChanged(user.id(), "forced", address));
      logins.start(user.withPassword(hash), page.request(), page.response());
    }
    page.goOn(FlowAddress.of(flow, tx));
  }

  private boolean isGenuine() {
    return logins.isGenuine(PATH, page.parameter("csrf"), page.request());
  }

  public String getTx() {
    return tx;
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
