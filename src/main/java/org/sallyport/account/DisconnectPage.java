package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.consent.Consents;
import org.sallyport.login.Login;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;
import org.sallyport.token.GrantState;
import org.sallyport.token.GrantsByUser;
import org.sallyport.token.revoke.Revocations;
import org.sallyport.token.revoke.Selection;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;
import org.sallyport.web.page.Failure;

/**
 * A person disconnects an application, or all: what it has ends at once, and it asks again next
 * time. The same application on another device goes on.
 */
@Named
@RequestScoped
public class DisconnectPage {

  private static final String PATH = Member.HOME + "/disconnect";

  @Inject private CurrentPage page;
  @Inject private Member member;
  @Inject private GrantsByUser grants;
  @Inject private Consents consents;
  @Inject private Revocations revocations;
  @Inject private OneTransaction transaction;

  private Login login;
  private GrantState chosen;
  private final List<Failure> failures = new ArrayList<>();

  /** Finds the application; without an id it is about all of them. */
  public void open() {
    var id = Optional.ofNullable(page.parameter("id"));
    login = member.require(PATH + id.map(known -> "?id=" + uuid(known)).orElse("")).orElse(null);
    if (login == null || id.isEmpty()) {
      return;
    }
    chosen =
        grants.living(login.user().id()).stream()
            .filter(state -> state.grant().id().toString().equals(id.get()))
            .findFirst()
            .orElse(null);
    if (chosen == null) {
      page.refuse(Problem.of(404));
    }
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (login == null) {
      open();
    }
  }

  private static String uuid(String text) {
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Disconnects what was asked about. */
  public void disconnect() {
    open();
    if (login == null || (chosen == null && page.parameter("id") != null)) {
      return;
    }
    if (!member.isGenuine(purpose())) {
      failures.add(Failure.of("disconnect", "page.expired"));
      return;
    }
    Conflicts.retry(() -> transaction.of(this::end));
    page.goOn(Member.HOME + "?done=" + (chosen == null ? "disconnected_all" : "disconnected"));
  }

  private Void end() {
    var user = login.user().id();
    if (chosen == null) {
      var all = new Selection(Optional.of(user), Optional.empty(), Optional.empty());
      revocations.revoke(all, user);
      consents.withdrawAll(user);
      return null;
    }
    revocations.revoke(chosen.grant().id(), user);
    grants.revokeWaiting(user, chosen.client().id());
    consents.withdraw(user, chosen.client().id());
    return null;
  }

  private String purpose() {
    return "disconnect\n" + (chosen == null ? "" : chosen.grant().id());
  }

  public String getCsrf() {
    return login == null ? "" : member.csrf(purpose());
  }

  /** Its id; null where it is about all. */
  public String getId() {
    return chosen == null ? null : chosen.grant().id().toString();
  }

  public String getName() {
    return chosen == null ? null : chosen.client().name();
  }

  public List<Failure> getFailures() {
    return failures;
  }
}
