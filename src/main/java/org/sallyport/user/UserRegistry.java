package org.sallyport.user;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sallyport.user.OneTimeLink.Purpose;

/** What changes people; nothing leaves the server without an administrator who can log in. */
@Stateless
public class UserRegistry {

  /** How a change has ended. */
  public enum Outcome {
    DONE,
    /** There is no such person, or nothing to change. */
    MISSING,
    /** Somebody else has changed the person since the form was shown. */
    STALE,
    /** It was the last administrator who can log in. */
    LAST_ADMINISTRATOR
  }

  /** What a person may do here. */
  public enum Role {
    PERSON,
    ADMINISTRATOR
  }

  /** What an outside store knows of a person is never changed here. */
  private static final String KEPT_HERE = " AND u.origin.store = '" + Origin.HERE + "'";

  @PersistenceContext private EntityManager entities;
  @Inject private OneTimeLinks links;
  @Inject private Event<AccessEnded> ended;
  @Inject private Event<UserRemoved> removed;
  @Inject private Event<NoAdministrator> demoted;
  @Inject private Clock clock;

  /** Adds a person; fails as a duplicate where another one has that name. */
  public void add(User user) {
    entities.persist(user);
    entities.flush();
  }

  /**
   * Sets the password that a person chose, which ends all that came before it; missing where it is
   * no longer the password that was checked.
   */
  public Outcome choosePassword(User checked, String hash) {
    return setPassword(
        checked.id(),
        hash,
        " AND u.passwordHash = :before",
        query -> query.setParameter("before", checked.passwordHash()));
  }

  /** Keeps the same password under a hash of ours; nothing ends, and only the hash is another. */
  public Outcome rehash(User checked, String hash) {
    var changed =
        update(
            checked.id(),
            "u.passwordHash = :hash",
            KEPT_HERE + " AND u.passwordHash = :before",
            query ->
                query.setParameter("hash", hash).setParameter("before", checked.passwordHash()));
    return changed == 1 ? Outcome.DONE : Outcome.MISSING;
  }

  private Outcome setPassword(String id, String hash, String condition, Binding binding) {
    var changed =
        update(
            id,
            "u.passwordHash = :hash, u.mustChangePassword = FALSE, u.passwordChangedAt = :now,"
                + " u.unlockedAt = :now, u.notBefore = :now",
            KEPT_HERE + " AND u.active = TRUE" + condition,
            query -> binding.bind(query.setParameter("hash", hash)));
    return ending(id, changed);
  }

  /** The same by a link, which is used up; who it was, or empty where the link is not usable. */
  public Optional<String> resetPassword(String token, String hash) {
    return links
        .consume(Purpose.PASSWORD_RESET, token)
        .flatMap(OneTimeLink::userId)
        .filter(id -> setPassword(id, hash, "", query -> query) == Outcome.DONE);
  }

  /** Changes name and role, where the person is still the version that the form was made of. */
  public Outcome edit(String id, int version, String username, Role role) {
    if (role == Role.PERSON && isLastAdministrator(id)) {
      return Outcome.LAST_ADMINISTRATOR;
    }
    var changed =
        update(
            id,
            "u.username = :name, u.canonicalName = :canonical, u.origin.storeId = :canonical,"
                + " u.administrator = :administrator, u.version = :next",
            KEPT_HERE + " AND u.version = :version",
            query ->
                query
                    .setParameter("name", username)
                    .setParameter("canonical", User.canonical(username))
                    .setParameter("administrator", role == Role.ADMINISTRATOR)
                    .setParameter("next", version + 1)
                    .setParameter("version", version));
    if (changed == 1 && role == Role.PERSON) {
      demoted.fire(new NoAdministrator(id));
    }
    return changed == 1 ? Outcome.DONE : Outcome.STALE;
  }

  /** Switches an account off and ends all that it was logged in to and had allowed. */
  public Outcome disable(String id) {
    if (isLastAdministrator(id)) {
      return Outcome.LAST_ADMINISTRATOR;
    }
    var changed =
        update(id, "u.active = FALSE, u.notBefore = :now", " AND u.active = TRUE", query -> query);
    return ending(id, changed);
  }

  /** Switches an account on again; what ended before stays so. */
  public Outcome enable(String id) {
    var changed = update(id, "u.active = TRUE", " AND u.active = FALSE", query -> query);
    return changed == 1 ? Outcome.DONE : Outcome.MISSING;
  }

  /** Lets the failed logins so far count no more, on every node. */
  public Outcome unlock(String id) {
    var changed = update(id, "u.unlockedAt = :now", "", query -> query);
    return changed == 1 ? Outcome.DONE : Outcome.MISSING;
  }

  /** Sets the language that a person wants pages in (RFC 5646); empty where the browser decides. */
  public Outcome speak(String id, String tag) {
    var changed = update(id, "u.locale = :tag", "", query -> query.setParameter("tag", tag));
    return changed == 1 ? Outcome.DONE : Outcome.MISSING;
  }

  /** Removes a person with all that is theirs. */
  public Outcome remove(String id) {
    if (isLastAdministrator(id)) {
      return Outcome.LAST_ADMINISTRATOR;
    }
    ended.fire(new AccessEnded(id));
    removed.fire(new UserRemoved(id));
    var gone =
        entities
            .createQuery("DELETE FROM User u WHERE u.id = :id")
            .setParameter("id", id)
            .executeUpdate();
    return gone == 1 ? Outcome.DONE : Outcome.MISSING;
  }

  private int update(String id, String set, String condition, Binding binding) {
    var query =
        entities
            .createQuery(
                "UPDATE User u SET " + set + ", u.updatedAt = :now WHERE u.id = :id" + condition)
            .setParameter("now", clock.instant())
            .setParameter("id", id);
    return binding.bind(query).executeUpdate();
  }

  private Outcome ending(String id, int changed) {
    if (changed != 1) {
      return Outcome.MISSING;
    }
    ended.fire(new AccessEnded(id));
    return Outcome.DONE;
  }

  /**
   * Whether nobody else could administer. The administrators' rows stay locked until the caller's
   * transaction ends, so that of two who would be the last one waits and then sees it.
   */
  private boolean isLastAdministrator(String id) {
    List<User> able =
        entities
            .createQuery(
                "SELECT u FROM User u WHERE u.administrator = TRUE AND u.active = TRUE"
                    + " AND u.passwordHash IS NOT NULL ORDER BY u.id",
                User.class)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    return able.size() == 1 && able.get(0).id().equals(id);
  }

  private interface Binding {
    Query bind(Query query);
  }
}
