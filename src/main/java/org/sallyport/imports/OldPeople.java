package org.sallyport.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sallyport.store.Conflicts;
import org.sallyport.user.User;
import org.sallyport.user.store.OutsidePeople;
import org.sallyport.user.store.People;
import org.sallyport.user.store.StoreAwayException;
import org.sallyport.user.store.StoredPerson;

/** Who somebody of another system is here, in whatever store they are kept. */
@ApplicationScoped
public class OldPeople {

  @Inject private People people;
  @Inject private OutsidePeople outside;

  /**
   * Somebody by their name; where an outside store keeps them they get their row here, as by a
   * login, unless nothing may be written.
   *
   * @param isKnown whether anybody has the name
   */
  public record Found(Optional<User> user, boolean isKnown, String reason) {

    static Found nobody(String reason) {
      return new Found(Optional.empty(), false, reason);
    }
  }

  Found find(String username, Run run) {
    try {
      var candidate = people.find(username);
      if (candidate.person().isEmpty()) {
        return Found.nobody(
            candidate.anyAway()
                ? "A user store is away that may know them: import again when it is back."
                : "Nobody here has that name: import the people too, or name their user store.");
      } else if (!candidate.isActive()) {
        return Found.nobody("The account is switched off.");
      }
      var user = candidate.row();
      if (user.isEmpty() && !run.isDry()) {
        user = admit(candidate.store().name(), candidate.person().get());
      }
      var isKnown = run.isDry() || user.isPresent();
      return new Found(user, isKnown, "The store names nobody who can be kept here.");
    } catch (StoreAwayException away) {
      return Found.nobody("A user store is away: import again when it is back.");
    }
  }

  private Optional<User> admit(String store, StoredPerson person) {
    return Conflicts.retryDuplicate(() -> outside.admit(store, person));
  }
}
