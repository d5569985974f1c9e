package org.sallyport.user.store;

import java.util.Optional;
import org.sallyport.user.User;

/**
 * A person as a store knows them.
 *
 * @param id the store's own, which never changes and is never given to another; at most 256
 *     characters
 * @param secret what the store checks a password with, such as a hash or the name of an entry
 */
public record StoredPerson(
    String id,
    String username,
    Standing standing,
    String secret,
    Profile profile,
    Optional<User> row) {

  /** A person of an outside store. */
  public static StoredPerson of(
      String id, String username, Standing standing, String secret, Profile profile) {
    return new StoredPerson(id, username, standing, secret, profile, Optional.empty());
  }

  static StoredPerson of(User user) {
    return new StoredPerson(
        user.origin().storeId(),
        user.username(),
        new Standing(user.isActive(), Optional.empty()),
        "",
        Profile.EMPTY,
        Optional.of(user));
  }

  /** The same person, read again after the right password. */
  public StoredPerson with(Standing now, Profile more) {
    return new StoredPerson(id, username, now, secret, more, row);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "StoredPerson[" + id + "]";
  }
}
