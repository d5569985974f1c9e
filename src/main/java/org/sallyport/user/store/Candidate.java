package org.sallyport.user.store;

import java.util.Optional;
import org.sallyport.user.User;

/**
 * Who may be logging in: a person with the store that keeps them and the row that they have here,
 * or nobody with a store that pretends.
 *
 * @param account what failures are counted on, whatever spelling was typed
 * @param anyAway whether some store could not say whether it knows the name
 */
public record Candidate(
    String account,
    UserStore store,
    Optional<StoredPerson> person,
    Optional<User> row,
    boolean anyAway) {

  /** The same, of whom some store could not say anything. */
  public Candidate withSomeAway() {
    return new Candidate(account, store, person, row, true);
  }

  /** Whether their store and this server let them in. */
  public boolean isActive() {
    return person.filter(known -> known.standing().active()).isPresent()
        && row.map(User::isActive).orElse(true);
  }

  /** The id of their row; a dash where they have none. */
  public String id() {
    return row.map(User::id).orElse("-");
  }
}
