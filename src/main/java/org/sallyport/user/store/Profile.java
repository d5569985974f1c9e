package org.sallyport.user.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a store tells of a person beside the name; all of it may be missing. */
public record Profile(
    Optional<String> name,
    Optional<String> email,
    Optional<String> locale,
    List<String> groups,
    Map<String, String> attributes) {

  /** Nothing at all. */
  public static final Profile EMPTY =
      new Profile(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Map.of());

  public Profile {
    groups = List.copyOf(groups);
    attributes = Map.copyOf(attributes);
  }

  /** The same with groups and attributes. */
  public Profile with(List<String> theirGroups, Map<String, String> theirAttributes) {
    return new Profile(name, email, locale, theirGroups, theirAttributes);
  }
}
