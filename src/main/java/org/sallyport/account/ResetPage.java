package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.audit.AuditEvent;
import org.sallyport.login.PasswordChoice;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.OAuthException;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;
import org.sallyport.user.OneTimeLink;
import org.sallyport.user.OneTimeLink.Purpose;
import org.sallyport.user.OneTimeLinks;
import org.sallyport.user.User;
import org.sallyport.user.UserRegistry;
import org.sallyport.user.Users;
import org.sallyport.web.Browsers;
import org.sallyport.web.ClientAddress;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;
import org.sallyport.web.page.Failure;

/**
 * Whoever has a reset link chooses a new password once. Opening the link does not use it up, for
 * mail programs open links too; of a link that is not usable nobody learns why.
 */
@Named
@RequestScoped
public class ResetPage {

  private static final String PATH = "/password/reset";
  private static final int LONGEST = 128; // characters
  private static final Problem UNUSABLE = new Problem(404, "error.link", null);

  @Inject private CurrentPage page;
  @Inject private Browsers browsers;
  @Inject private OneTimeLinks links;
  @Inject private Users users;
  @Inject private UserRegistry registry;
  @Inject private PasswordChoice choice;
  @Inject private ClientAddress addresses;
  @Inject private Event<AuditEvent> audit;
  @Inject private OneTransaction transaction;

  private String token;
  private User user;
  private final List<Failure> failures = new ArrayList<>();

  /** Shows the page for a link that works. */
  public void open() {
    token = page.parameter("token");
    user =
        token == null || token.length() > LONGEST
            ? null
            : links
                .find(Purpose.PASSWORD_RESET, token)
                .flatMap(OneTimeLink::userId)
                .flatMap(users::find)
                .orElse(null);
    if (user == null) {
      page.refuse(UNUSABLE);
      return;
    }
    browsers.ensure(page.request(), page.response());
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  /** Sets the password and uses the link up; 303 to the login. */
  public void reset() {
    open();
    if (user == null) {
      return;
    }
    if (!isGenuine()) {
      failures.add(Failure.of(PasswordChoice.FIELD, "page.expired"));
      return;
    }
    try {
      failures.addAll(choice.failures(user.username()));
      if (failures.isEmpty()) {
        store(choice.hash());
      }
    } catch (OAuthException refused) {
      failures.addAll(choice.refused(PasswordChoice.FIELD, refused));
    }
  }

  private void store(String hash) {
    var address = addresses.of(page.request());
    var changed =
        Conflicts.retry(
            () ->
                transaction.of(
                    () -> {
                      var who = registry.resetPassword(token, hash);
                      who.ifPresent(
                          id -> audit.fire(new AuditEvent.PasswordChanged(id, "reset", address)));
                      return who;
                    }));
    if (changed.isEmpty()) {
      page.refuse(UNUSABLE);
      return;
    }
    page.goOn("/login?done=password");
  }

  private boolean isGenuine() {
    return browsers.isGenuine(purpose(), page.parameter("csrf"), page.request());
  }

  private String purpose() {
    return PATH + "\n" + Digest.of(token);
  }

  public String getCsrf() {
    return user == null ? "" : browsers.csrf(purpose(), page.request());
  }

  public String getToken() {
    return token;
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  public String getHint() {
    return choice.hint();
  }

  public List<Failure> getFailures() {
    return failures;
  }
}
