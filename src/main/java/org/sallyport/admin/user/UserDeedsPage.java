package org.sallyport.admin.user;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import java.util.function.BiFunction;
import org.sallyport.user.User;
import org.sallyport.user.UserRegistry.Outcome;
import org.sallyport.web.CurrentPage;

/** What an administrator does to a person by one button each. */
@Named
@RequestScoped
public class UserDeedsPage {

  @Inject private CurrentPage page;
  @Inject private EditedUser edited;
  @Inject private UserAdministration administration;

  private ResetLink link;

  public void disable() {
    act("disable", "disabled", administration::disable);
  }

  public void enable() {
    act("enable", "enabled", administration::enable);
  }

  public void unlock() {
    act("unlock", "unlocked", administration::unlock);
  }

  public void endSessions() {
    act("end_sessions", "ended", administration::endSessions);
  }

  public void revokeAll() {
    act("revoke_all", "revoked", administration::revokeAll);
  }

  /** Ends one grant of the person. */
  public void revoke() {
    var grant = page.parameter("grant_id");
    if (EditedUser.isId(grant)) {
      act("revoke", "revoked", (who, by) -> administration.revoke(who, UUID.fromString(grant), by));
    }
  }

  private void act(String button, String deed, BiFunction<User, String, Outcome> work) {
    if (edited.enter(button)) {
      edited.tell(work.apply(edited.person(), edited.by().id()), button, deed);
    }
  }

  /** Shows a link to choose a new password, this once: no redirect may carry it. */
  public void reset() {
    if (!edited.enter("reset")) {
      return;
    }
    if (edited.person().isOutside()) {
      edited.fail("reset", "user.outside");
    } else if (edited.person().isActive()) {
      link = administration.resetLink(edited.person(), edited.by().id());
    } else {
      edited.fail("reset", "user.reset.disabled");
    }
  }

  /** Removes the person. */
  public void delete() {
    if (!edited.enter("delete")) {
      return;
    }
    if (administration.remove(edited.person(), edited.by().id()) == Outcome.LAST_ADMINISTRATOR) {
      edited.fail("administrator", "user.last");
    } else {
      page.goOn("/admin/users?done=deleted");
    }
  }

  /** The link made just now; null otherwise. */
  public ResetLink getLink() {
    return link;
  }
}
