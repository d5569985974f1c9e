package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sallyport.audit.AuditEvent;
import org.sallyport.config.LoginSettings;
import org.sallyport.login.Login;
import org.sallyport.login.signin.SignIn;
import org.sallyport.login.signin.SignIns;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;
import org.sallyport.token.GrantsByUser;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;
import org.sallyport.web.page.Failure;

/** A person signs out another browser, or all others. */
@Named
@RequestScoped
public class SignInEndPage {

  @Inject private CurrentPage page;
  @Inject private Member member;
  @Inject private SignIns signIns;
  @Inject private GrantsByUser grants;
  @Inject private LoginSettings settings;
  @Inject private OneTransaction transaction;
  @Inject private Event<AuditEvent> audit;

  private Login login;
  private List<SignIn> chosen = List.of();
  private final List<Failure> failures = new ArrayList<>();

  /** Finds the browser; without an id it is about all others. */
  public void open() {
    // Not back to the same question: after the login a browser may have another id.
    login = member.require(Member.HOME).orElse(null);
    if (login == null) {
      return;
    }
    var mine = login.session().loginId();
    var id = Optional.ofNullable(page.parameter("id"));
    chosen =
        signIns.of(login.user().id()).stream()
            .filter(signIn -> id.isEmpty() || signIn.id().equals(id.get()))
            .filter(signIn -> !signIn.id().equals(mine))
            .toList();
    if (id.filter(mine::equals).isPresent()) {
      page.goOn("/logout");
    } else if (id.isPresent() && chosen.isEmpty()) {
      page.refuse(Problem.of(404));
    }
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (login == null) {
      open();
    }
  }

  /** Ends what was asked about. */
  public void end() {
    open();
    if (login == null || (isOne() && chosen.isEmpty())) {
      return;
    }
    if (!member.isGenuine(purpose())) {
      failures.add(Failure.of("end", "page.expired"));
      return;
    }
    Conflicts.retry(() -> transaction.of(this::finish));
    page.goOn(Member.HOME + "?done=" + (isOne() ? "ended" : "ended_others"));
  }

  private Void finish() {
    var user = login.user().id();
    chosen.forEach(signIn -> finish(user, signIn.id()));
    if (!isOne()) {
      // Those that began since the list was read, too.
      signIns.endOthers(user, login.session().loginId());
    }
    return null;
  }

  private void finish(String user, String id) {
    signIns.end(user, id);
    if (settings.logoutEndsTrusted()) {
      grants.revokeTrusted(user, id);
    }
    audit.fire(new AuditEvent.SessionEnded(user, id, user));
  }

  private String purpose() {
    return "end\n" + (isOne() ? getId() : "");
  }

  public boolean isOne() {
    return page.parameter("id") != null;
  }

  public String getCsrf() {
    return login == null ? "" : member.csrf(purpose());
  }

  /** Its id; null where it is about all others. */
  public String getId() {
    return isOne() && !chosen.isEmpty() ? chosen.get(0).id() : null;
  }

  /** What it is; null where that is not known, or it is about all others. */
  public Browser getBrowser() {
    return getId() == null ? null : Browser.of(chosen.get(0), login);
  }

  public List<Failure> getFailures() {
    return failures;
  }
}
