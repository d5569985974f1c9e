package org.sallyport.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sallyport.store.Conflicts;
import org.sallyport.user.User;
import org.sallyport.user.store.Candidate;
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
   */
  public record Found(Optional<User> user, State state, String reason) {

    /** Whether it is known who it is. */
    enum State {
      KNOWN,
      /** Nobody has the name. */
      MISSING,
      REFUSED
    }

    static Found refused(String reason) {
      return new Found(Optional.empty(), State.REFUSED, reason);
    }

    boolean isKnown() {
      return state == State.KNOWN;
    }

    boolean isMissing() {
      return state == State.MISSING;
    }
  }

  /**
   * Somebody of ownCloud: whom an import made, or whom a store keeps that is named as ownCloud's. A
   * namesake is somebody else.
   */
  Found find(String username, Optional<String> store, Run run) {
    try {
      var candidate = people.find(username);
      if (candidate.person().isEmpty()) {
        return candidate.anyAway()
            ? Found.refused(
                "A user store is away that may know them: import again when it is back.")
            : missing();
      } else if (!isSame(candidate, username, store)) {
        return Found.refused(
            "Somebody of this name is here whom no import has made: where they are the same, name"
                + " their user store.");
      } else if (!candidate.isActive()) {
        return Found.refused("The account is switched off.");
      }
      return found(candidate, run);
    } catch (StoreAwayException away) {
      return Found.refused("A user store is away: import again when it is back.");
    }
  }

  private static Found missing() {
    return new Found(
        Optional.empty(),
        Found.State.MISSING,
        "Nobody here has that name: import the people too, or name their user store.");
  }

  private static boolean isSame(Candidate found, String username, Optional<String> store) {
    var mark = OldPerson.markOfOwnCloud(username);
    return found.row().filter(user -> user.isImportedAs(mark)).isPresent()
        || (store.filter(found.store().name()::equals).isPresent()
            && isSpelledSo(username, found.person().orElseThrow().username()));
  }

  /** A store may find a name by another that looks alike, which ownCloud told apart. */
  private static boolean isSpelledSo(String one, String other) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(one + other)
        ? one.equalsIgnoreCase(other)
        : one.equals(other);
  }

  private Found found(Candidate candidate, Run run) {
    var user = candidate.row();
    if (user.isEmpty() && !run.isDry()) {
      user = admit(candidate.store().name(), candidate.person().orElseThrow());
    }
    return run.isDry() || user.isPresent()
        ? new Found(user, Found.State.KNOWN, "")
        : Found.refused("The store names nobody who can be kept here.");
  }

  private Optional<User> admit(String store, StoredPerson person) {
    return Conflicts.retryDuplicate(() -> outside.admit(store, person));
  }
}
