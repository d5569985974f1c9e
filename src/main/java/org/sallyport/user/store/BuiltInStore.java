package org.sallyport.user.store;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sallyport.store.Conflicts;
import org.sallyport.user.Origin;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.User;
import org.sallyport.user.UserRegistry;
import org.sallyport.user.Users;

/** Our own table: the store of administrators, and of everyone whom they add. */
@ApplicationScoped
public class BuiltInStore implements UserStore {

  @EJB private Users users;
  @Inject private UserRegistry registry;
  @Inject private PasswordHasher hasher;

  @Override
  public String name() {
    return Origin.HERE;
  }

  @Override
  public Optional<StoredPerson> find(String username) {
    return users.findByName(username).map(StoredPerson::of);
  }

  @Override
  public boolean verify(Optional<StoredPerson> person, String password) {
    return hasher.verify(password, person.flatMap(StoredPerson::row).orElse(null));
  }

  /** Those who are kept here are read with what they allowed: there is nothing more to ask. */
  @Override
  public Optional<Standing> standing(String id) {
    return users.find(name(), id).map(StoredPerson::of).map(StoredPerson::standing);
  }

  /** A hash that another system has made becomes one of ours. */
  @Override
  public StoredPerson welcome(StoredPerson person, String password) {
    person.row().filter(hasher::isForeign).ifPresent(user -> rehash(user, password));
    return person;
  }

  private void rehash(User user, String password) {
    var hash = hasher.hash(password);
    if (Conflicts.retry(() -> registry.rehash(user, hash)) == UserRegistry.Outcome.DONE) {
      user.withPassword(hash);
    }
  }
}
