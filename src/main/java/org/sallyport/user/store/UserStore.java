package org.sallyport.user.store;

import java.util.Optional;

/**
 * A place where people are kept. A bean of this type is one store; those of settings (SQL, LDAP)
 * are made by a {@link UserStoreType}. A store that cannot be reached throws {@link
 * StoreAwayException} from any method, in two seconds at most.
 */
public interface UserStore {

  /** Its name in {@code sallyport.user-stores}, which never changes: people's rows carry it. */
  String name();

  /** Whoever logs in with a name, active or not; empty where nobody or more than one does. */
  Optional<StoredPerson> find(String username);

  /** Whether a password is the person's; nobody has one, which takes as long to find out. */
  boolean verify(Optional<StoredPerson> person, String password);

  /** How a person stands now, by the store's own id; empty where they are gone. */
  Optional<Standing> standing(String id);

  /**
   * Somebody has just given the right password: a store may keep it better, and may read what it
   * reads only then.
   */
  default StoredPerson welcome(StoredPerson person, String password) {
    return person;
  }

  /** Checks at the start what can be checked; a wrong setting is a ConfigurationException. */
  default void check() {}

  /** The server stops: gives back what the store holds. */
  default void close() {}
}
