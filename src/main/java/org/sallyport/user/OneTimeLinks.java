package org.sallyport.user;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Randomness;
import org.sallyport.user.OneTimeLink.Purpose;

/** All links that work once; a link that was used, replaced or is too old is as unknown as any. */
@Stateless
public class OneTimeLinks {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** A new link's token, 64 characters, for a server without people. */
  public String make(Purpose purpose, Duration lifetime) {
    return add(purpose, null, lifetime);
  }

  /** A new link's token, 64 characters, for a person; the earlier ones of the same kind end. */
  public String make(Purpose purpose, String userId, Duration lifetime) {
    entities
        .createQuery("DELETE FROM OneTimeLink l WHERE l.userId = :user AND l.purpose = :purpose")
        .setParameter("user", userId)
        .setParameter("purpose", purpose)
        .executeUpdate();
    return add(purpose, userId, lifetime);
  }

  private String add(Purpose purpose, String userId, Duration lifetime) {
    var token = Randomness.secret();
    var now = clock.instant();
    entities.persist(new OneTimeLink(Digest.of(token), purpose, userId, now, now.plus(lifetime)));
    return token;
  }

  /** A link that would work now, without using it. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<OneTimeLink> find(Purpose purpose, String token) {
    return entities
        .createQuery(
            "SELECT l FROM OneTimeLink l"
                + " WHERE l.id = :id AND l.purpose = :purpose AND l.expiresAt > :now",
            OneTimeLink.class)
        .setParameter("id", Digest.of(token).value())
        .setParameter("purpose", purpose)
        .setParameter("now", clock.instant())
        .getResultStream()
        .findFirst();
  }

  /** Uses a link up, in the caller's transaction: of all who try, one gets it. */
  public Optional<OneTimeLink> consume(Purpose purpose, String token) {
    var found = find(purpose, token);
    var gone =
        entities
            .createQuery("DELETE FROM OneTimeLink l WHERE l.id = :id AND l.purpose = :purpose")
            .setParameter("id", Digest.of(token).value())
            .setParameter("purpose", purpose)
            .executeUpdate();
    return gone == 1 ? found : Optional.empty();
  }

  /** Uses up a link and all others of its purpose: of all who try with any, one gets it. */
  public boolean consumeAll(Purpose purpose, String token) {
    // Whoever comes second waits for the first's rows, and then finds none to delete.
    return find(purpose, token).isPresent() && endAll(purpose) > 0;
  }

  /** Ends all links of a purpose; returns how many there were. */
  public int endAll(Purpose purpose) {
    return entities
        .createQuery("DELETE FROM OneTimeLink l WHERE l.purpose = :purpose")
        .setParameter("purpose", purpose)
        .executeUpdate();
  }

  /** With what a person may do, the links end that would give it back. */
  public void forget(@Observes AccessEnded ended) {
    entities
        .createQuery("DELETE FROM OneTimeLink l WHERE l.userId = :user")
        .setParameter("user", ended.userId())
        .executeUpdate();
  }
}
