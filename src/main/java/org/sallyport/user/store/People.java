package org.sallyport.user.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sallyport.store.Conflicts;
import org.sallyport.user.User;
import org.sallyport.user.Users;

/** Everyone who may log in, wherever they are kept. */
@ApplicationScoped
public class People {

  private static final int LONGEST_NAME = 256;

  @Inject private UserStores stores;
  @Inject private Users users;
  @Inject private OutsidePeople outside;
  @Inject private Event<PersonAdmitted> admitted;

  /**
   * Who has a name in the first store that knows it. All stores are asked, so that the time tells
   * nothing; after one that is away no other may answer for it.
   */
  public Candidate find(String username) {
    // A control character is in no name, and some databases fail at it.
    if (username.length() > LONGEST_NAME || username.chars().anyMatch(Character::isISOControl)) {
      return nobody(username);
    }
    Candidate found = null;
    var anyAway = false;
    for (var store : stores.inOrder()) {
      try {
        var person = store.find(username);
        if (found == null && !anyAway && person.isPresent()) {
          found = candidate(store, person.get());
        }
      } catch (StoreAwayException away) {
        anyAway = true;
      }
    }
    var candidate = found == null ? nobody(username) : found;
    return anyAway ? candidate.withSomeAway() : candidate;
  }

  /** The candidate that a person of ours is, who proves once more who they are. */
  public Candidate of(User user) {
    var origin = user.origin();
    if (!user.isOutside()) {
      return candidate(stores.find(origin.store()).orElseThrow(), StoredPerson.of(user));
    }
    return stores
        .find(origin.store())
        .flatMap(store -> store.find(user.username()).map(found -> candidate(store, found)))
        .filter(found -> found.person().orElseThrow().id().equals(origin.storeId()))
        .orElseGet(() -> nobody(user.username()));
  }

  private Candidate candidate(UserStore store, StoredPerson person) {
    var row = person.row().or(() -> users.find(store.name(), person.id()));
    // Of people kept here the id, and outside the store's, as they may have no row yet.
    var account = person.row().map(User::id).orElseGet(() -> store.name() + " " + person.id());
    return new Candidate("user " + account, store, Optional.of(person), row, false);
  }

  private Candidate nobody(String username) {
    var name = User.canonical(cut(username));
    var store = stores.decoy(name);
    // As long as somebody's row takes to read.
    users.find(store.name(), "");
    return new Candidate("user " + cut(name), store, Optional.empty(), Optional.empty(), false);
  }

  private static String cut(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  /**
   * The person who has just given the right password, with a row of ours from now on; empty where
   * the account has ended meanwhile.
   */
  public Optional<User> admit(Candidate proved, String password) {
    var person = proved.store().welcome(proved.person().orElseThrow(), password);
    if (person.row().isPresent()) {
      return person.row();
    }
    if (!person.standing().active()) {
      return Optional.empty();
    }
    var store = proved.store().name();
    var user = Conflicts.retryDuplicate(() -> outside.admit(store, person)).filter(User::isActive);
    user.ifPresent(known -> admitted.fire(new PersonAdmitted(known.id(), store, person.profile())));
    return user;
  }
}
