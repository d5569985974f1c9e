package org.sallyport.admin.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sallyport.admin.Administrator;
import org.sallyport.audit.AuditEvent;
import org.sallyport.login.LoginSession;
import org.sallyport.login.LoginSessions;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;
import org.sallyport.user.User;
import org.sallyport.user.Users;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;
import org.sallyport.web.page.Failure;

/** Ends a sign-in, or all of its person. */
@Named
@RequestScoped
public class SessionEndPage {

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private LoginSessions sessions;
  @Inject private Users users;
  @Inject private OneTransaction transaction;
  @Inject private Event<AuditEvent> audit;

  private User user;
  private LoginSession session;
  private final List<Failure> failures = new ArrayList<>();

  /** Finds the sign-in. */
  public void open() {
    var id = Optional.ofNullable(page.parameter("id")).orElse("");
    var path = SessionsPage.PATH + "/end?id=" + URLEncoder.encode(id, UTF_8);
    user = administrator.require(path).orElse(null);
    if (user == null) {
      return;
    }
    session = sessions.get(id).orElse(null);
    if (session == null) {
      page.refuse(Problem.of(404));
    }
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  private boolean enter() {
    open();
    if (session != null && !administrator.isGenuine()) {
      failures.add(Failure.of("end", "page.expired"));
    }
    return session != null && failures.isEmpty();
  }

  /** Ends this one. */
  public void end() {
    if (enter()) {
      finish(
          () -> sessions.endOne(session.id()),
          new AuditEvent.SessionEnded(session.userId(), session.id(), user.id()));
    }
  }

  /** Ends all of the person. */
  public void endAll() {
    if (enter()) {
      finish(
          () -> sessions.endAll(session.userId()),
          new AuditEvent.UserChanged(session.userId(), "sessions ended", user.id()));
    }
  }

  private void finish(Runnable work, AuditEvent event) {
    Conflicts.retry(
        () ->
            transaction.of(
                () -> {
                  work.run();
                  audit.fire(event);
                  return null;
                }));
    page.goOn(SessionsPage.PATH + "?done=ended");
  }

  public String getCsrf() {
    return administrator.csrf();
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  public List<Failure> getFailures() {
    return failures;
  }

  public String getId() {
    return session == null ? null : session.id();
  }

  /** Whose it is. */
  public String getPerson() {
    return session == null
        ? null
        : users.find(session.userId()).map(User::username).orElse(session.userId());
  }

  public Instant getBeganAt() {
    return session == null ? null : session.loggedInAt();
  }

  public Instant getLastUsed() {
    return session == null ? null : session.lastUsed();
  }
}
