package org.sallyport.user.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.oauth.Randomness;

/** An outside store of a test: people with passwords, and a line to them that can be cut. */
final class MadeUpStore implements UserStore {

  private record Kept(String id, String password, Standing standing) {}

  private final String name;
  private final Map<String, Kept> people = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  boolean away;

  MadeUpStore(String name) {
    this.name = name;
  }

  MadeUpStore with(String username, String password) {
    var standing = new Standing(true, Optional.empty()).with(Optional.of(password));
    people.put(username, new Kept(username + "-" + Randomness.name(), password, standing));
    return this;
  }

  void change(String username, String password) {
    var kept = people.get(username);
    var standing = kept.standing().with(Optional.of(password));
    people.put(username, new Kept(kept.id(), password, standing));
  }

  void disable(String username) {
    var kept = people.get(username);
    var standing = new Standing(false, kept.standing().stamp());
    people.put(username, new Kept(kept.id(), kept.password(), standing));
  }

  void rename(String username, String other) {
    people.put(other, people.remove(username));
  }

  private void note(String question) {
    asked.add(question);
    if (away) {
      throw new StoreAwayException(name, "cut");
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<StoredPerson> find(String username) {
    note("find");
    return Optional.ofNullable(people.get(username))
        .map(
            kept ->
                StoredPerson.of(
                    kept.id(), username, kept.standing(), kept.password(), Profile.EMPTY));
  }

  @Override
  public boolean verify(Optional<StoredPerson> person, String password) {
    note("verify");
    return person.filter(known -> known.secret().equals(password)).isPresent();
  }

  @Override
  public Optional<Standing> standing(String id) {
    note("standing");
    return people.values().stream()
        .filter(kept -> kept.id().equals(id))
        .map(Kept::standing)
        .findFirst();
  }
}
