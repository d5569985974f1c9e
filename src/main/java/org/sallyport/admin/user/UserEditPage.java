package org.sallyport.admin.user;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.sallyport.admin.Administrator;
import org.sallyport.login.LoginSessions;
import org.sallyport.token.GrantsByUser;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/** One person: name and role to be changed, logins and grants to be seen. */
@Named
@RequestScoped
public class UserEditPage {

  private static final Set<String> DEEDS =
      Set.of("created", "saved", "disabled", "enabled", "unlocked", "ended", "revoked");

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private EditedUser edited;
  @Inject private UserAdministration administration;
  @Inject private LoginSessions sessions;
  @Inject private GrantsByUser grants;

  private UserView view;
  private UserForm form;
  private Integer unsaved;

  /** Shows the person. */
  public void open() {
    edited.open();
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (edited.by() == null) {
      edited.open();
    }
  }

  /** Saves name and role; what somebody else has saved meanwhile is not overwritten unseen. */
  public void save() {
    if (!edited.enter("save")) {
      return;
    }
    if (edited.person().isOutside()) {
      edited.fail("username", "user.outside");
      return;
    }
    var name = administration.nameFailure(form.name(), edited.person().id());
    if (name.isPresent()) {
      edited.fail("username", name.get());
      unsaved = version();
      return;
    }
    administration
        .edit(edited.person(), version(), form, edited.by().id())
        .ifPresentOrElse(
            outcome -> edited.tell(outcome, "administrator", "saved"),
            () -> {
              edited.fail("username", "user.name.taken");
              unsaved = version();
            });
  }

  /**
   * The version that the form is made of: still the one that it came with where nothing was
   * compared, the newest where somebody was told of a difference.
   */
  public int getVersion() {
    return unsaved != null ? unsaved : edited.person() == null ? 0 : edited.person().version();
  }

  private int version() {
    var sent = page.parameter("version");
    return sent != null && sent.matches("\\d{1,9}") ? Integer.parseInt(sent) : -1;
  }

  /** What was done just now, of the few things that can be said; null otherwise. */
  public String getDone() {
    var sent = page.parameter("done");
    return sent != null && DEEDS.contains(sent) ? sent : null;
  }

  public boolean isDeleting() {
    return page.parameter("delete") != null;
  }

  /** The grant that is asked about; null otherwise. */
  public UserView.Grant getRevoking() {
    var sent = page.parameter("revoke");
    return sent == null || getPerson() == null
        ? null
        : getPerson().getGrants().stream()
            .filter(grant -> grant.getId().equals(sent))
            .findFirst()
            .orElse(null);
  }

  public String getCsrf() {
    return administrator.csrf();
  }

  public String getUsername() {
    return edited.by() == null ? null : edited.by().username();
  }

  public List<Failure> getFailures() {
    return edited.failures();
  }

  /** As typed, or as it is stored. */
  public UserForm getForm() {
    if (form == null) {
      form = edited.person() == null ? new UserForm() : UserForm.of(edited.person());
    }
    return form;
  }

  /** The person; null where there is none. */
  public UserView getPerson() {
    var person = edited.person();
    if (person != null && (view == null || view.user() != person)) {
      view = new UserView(person, sessions.ofUser(person.id()), grants.living(person.id()));
    }
    return view;
  }
}
