package org.sallyport.user.store;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.audit.AuditEvent;
import org.sallyport.user.AccessEnded;
import org.sallyport.user.Origin;
import org.sallyport.user.User;
import org.sallyport.user.Users;

/** The rows of people whom outside stores keep: made at the first login, renewed at each. */
@Stateless
public class OutsidePeople {

  private static final int LONGEST_ID = 256;
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_LOCALE = 35;

  @PersistenceContext private EntityManager entities;
  @Inject private Users users;
  @Inject private Event<AccessEnded> ended;
  @Inject private Event<AuditEvent> audit;
  @Inject private Clock clock;

  /** The row of a person who has just logged in; fails as a duplicate where two do at once. */
  public Optional<User> admit(String store, StoredPerson person) {
    if (person.id().isEmpty() || person.id().length() > LONGEST_ID) {
      return Optional.empty();
    }
    var known = users.find(store, person.id());
    if (known.isEmpty()) {
      return Optional.of(add(store, person));
    }
    var user = known.get();
    var stamp = person.standing().stamp().orElse("");
    if (isAnother(user, stamp)) {
      end(user);
    }
    if (!user.username().equals(cut(person.username())) || !same(user, stamp)) {
      renew(user.id(), person, stamp);
      entities.refresh(user);
    }
    return Optional.of(user);
  }

  private User add(String store, StoredPerson person) {
    var now = clock.instant();
    var user = User.of(new Origin(store, person.id()), cut(person.username()), now);
    entities.persist(user);
    entities.flush();
    renew(user.id(), person, person.standing().stamp().orElse(""));
    person
        .profile()
        .locale()
        .filter(tag -> tag.length() <= LONGEST_LOCALE)
        .ifPresent(tag -> speak(user.id(), tag));
    audit.fire(new AuditEvent.UserCreated(user.id(), store));
    entities.refresh(user);
    return user;
  }

  private void speak(String id, String tag) {
    entities
        .createQuery("UPDATE User u SET u.locale = :tag WHERE u.id = :id")
        .setParameter("tag", tag)
        .setParameter("id", id)
        .executeUpdate();
  }

  private void renew(String id, StoredPerson person, String stamp) {
    entities
        .createQuery(
            "UPDATE User u SET u.username = :name, u.canonicalName = :canonical,"
                + " u.origin.stamp = :stamp, u.updatedAt = :now WHERE u.id = :id")
        .setParameter("name", cut(person.username()))
        .setParameter("canonical", cut(User.canonical(person.username())))
        .setParameter("stamp", stamp)
        .setParameter("now", clock.instant())
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Ends what a person had before the password was changed outside; once for each change. */
  public void passwordChanged(User user, String stamp) {
    var changed =
        entities
            .createQuery(
                "UPDATE User u SET u.origin.stamp = :stamp"
                    + " WHERE u.id = :id AND u.origin.stamp = :before")
            .setParameter("stamp", stamp)
            .setParameter("id", user.id())
            .setParameter("before", user.origin().stamp().orElseThrow())
            .executeUpdate();
    if (changed == 1) {
      end(user);
    }
  }

  private void end(User user) {
    entities
        .createQuery("UPDATE User u SET u.notBefore = :now WHERE u.id = :id")
        .setParameter("now", clock.instant())
        .setParameter("id", user.id())
        .executeUpdate();
    ended.fire(new AccessEnded(user.id()));
    audit.fire(new AuditEvent.PasswordChanged(user.id(), "outside", "-"));
  }

  private static boolean isAnother(User user, String stamp) {
    return !stamp.isEmpty() && user.origin().stamp().filter(old -> !old.equals(stamp)).isPresent();
  }

  private static boolean same(User user, String stamp) {
    return stamp.equals(user.origin().stamp().orElse(""));
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
