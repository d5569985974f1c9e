package org.sallyport.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.user.store.Profile;

/**
 * A person of another system, with the hash of the password as it was kept there.
 *
 * @param system which one
 */
public record OldPerson(
    String system, String name, Optional<String> hash, Profile profile, State state) {

  private static final String FROM_OWNCLOUD = "owncloud";

  private static final Set<String> OWNCLOUD =
      Set.of("uid", "displayname", "email", "password", "enabled");
  private static final Set<String> IBEXA =
      Set.of("login", "name", "email", "password_hash", "password_hash_type", "enabled");

  /** Whether they may log in. */
  public enum State {
    ACTIVE,
    INACTIVE
  }

  /** A row of ownCloud's {@code oc_users}. */
  static OldPerson ofOwnCloud(String place, Map<String, String> row) {
    var read = OldRow.of(place, row, OWNCLOUD);
    return new OldPerson(
        FROM_OWNCLOUD,
        read.text("uid"),
        read.find("password"),
        profile(read, "displayname"),
        state(read));
  }

  /** A row of Ibexa's {@code ibexa_user} or {@code ezuser}. */
  static OldPerson ofIbexa(String place, Map<String, String> row) {
    var read = OldRow.of(place, row, IBEXA);
    return new OldPerson(
        "ibexa",
        read.text("login"),
        read.find("password_hash"),
        profile(read, "name"),
        state(read));
  }

  private static Profile profile(OldRow row, String name) {
    return new Profile(row.find(name), row.find("email"), Optional.empty(), List.of(), Map.of());
  }

  private static State state(OldRow row) {
    return row.isNot("enabled") ? State.INACTIVE : State.ACTIVE;
  }

  /** How a row here is marked that was made of this person, letter by letter. */
  String mark() {
    return system + " " + name;
  }

  /** The same of somebody of ownCloud, by the name alone. */
  static String markOfOwnCloud(String name) {
    return FROM_OWNCLOUD + " " + name;
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return name;
  }
}
