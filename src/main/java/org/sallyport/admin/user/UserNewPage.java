package org.sallyport.admin.user;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.admin.Administrator;
import org.sallyport.oauth.OAuthException;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.PasswordPolicy;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/** A new person: with a link to choose a password, or with a first one that is told to them. */
@Named
@RequestScoped
public class UserNewPage {

  private static final String PATH = "/admin/users/new";
  private static final String PASSWORD = "initial_password";

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private UserAdministration administration;
  @Inject private PasswordPolicy policy;
  @Inject private PasswordHasher hasher;

  private User user;
  private UserForm form = new UserForm();
  private final List<Failure> failures = new ArrayList<>();
  private User created;
  private ResetLink link;

  /** Shows the form. */
  public void open() {
    user = administrator.require(PATH).orElse(null);
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  /** Adds the person; a form sent twice adds one, as names are taken once. */
  public void create() {
    open();
    if (user == null) {
      return;
    }
    if (!administrator.isGenuine()) {
      failures.add(Failure.of("create", "page.expired"));
      return;
    }
    administration
        .nameFailure(form.name(), null)
        .ifPresent(key -> failures.add(Failure.of("username", key)));
    if (form.isByLink()) {
      add(null);
    } else {
      addWithPassword(page.parameter(PASSWORD));
    }
  }

  private void addWithPassword(String sent) {
    var password = sent == null ? "" : sent;
    policy
        .weaknesses(password, form.name())
        .forEach(weak -> failures.add(Failure.of(PASSWORD, weak.key(), policy.shortest())));
    try {
      add(failures.isEmpty() ? hasher.hash(password) : null);
    } catch (OAuthException busy) {
      page.status(busy.status(), busy.retryAfter());
      failures.add(Failure.of("create", "login.busy"));
    }
  }

  private void add(String hash) {
    if (!failures.isEmpty()) {
      return;
    }
    created = administration.add(form, hash, user.id()).orElse(null);
    if (created == null) {
      failures.add(Failure.of("username", "user.name.taken"));
    } else if (form.isByLink()) {
      link = administration.resetLink(created, user.id());
      form = new UserForm();
    } else {
      page.goOn(EditedUser.address(created.id()) + "&done=created");
    }
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

  public UserForm getForm() {
    return form;
  }

  /** The link of a person made just now; null otherwise. */
  public ResetLink getLink() {
    return link;
  }

  public String getCreatedId() {
    return created == null ? null : created.id();
  }

  public String getCreatedName() {
    return created == null ? null : created.username();
  }
}
