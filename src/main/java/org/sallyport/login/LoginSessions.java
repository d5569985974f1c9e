package org.sallyport.login;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Randomness;
import org.sallyport.user.AccessEnded;
import org.sallyport.user.User;

/** All logins. */
@Stateless
public class LoginSessions {

  /** A session's last use is written when it is this part of the idle time ago, not each time. */
  private static final int TOUCHES = 10;

  @PersistenceContext private EntityManager entities;
  @Inject private LifetimeSettings lifetimes;
  @Inject private Clock clock;

  /**
   * Starts the login of a person whose password was checked, and returns the secret for its cookie;
   * empty where the password or the account has ended meanwhile.
   */
  public Optional<String> start(User checked) {
    // Locked: a change of the password is either seen here, or waits and then ends this login too.
    var user = entities.find(User.class, checked.id(), LockModeType.PESSIMISTIC_WRITE);
    if (user == null || !user.isActive() || !user.hasPasswordOf(checked)) {
      return Optional.empty();
    }
    var secret = Randomness.secret();
    var now = clock.instant();
    entities.persist(
        new LoginSession(Digest.of(secret), user.id(), now, now.plus(lifetimes.session())));
    return Optional.of(secret);
  }

  /** The login of a cookie, while it and its user are good. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Login> find(String secret) {
    var now = clock.instant();
    return entities
        .createNamedQuery("LoginSession.byDigest", Login.class)
        .setParameter("digest", Digest.of(secret).value())
        .getResultStream()
        .findFirst()
        .filter(login -> now.isBefore(login.session().expiresAt()))
        .filter(login -> now.isBefore(login.session().lastUsed().plus(lifetimes.sessionIdle())))
        .filter(login -> login.user().honours(login.session().loggedInAt()));
  }

  /** Whether the last use should be written down again. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean isStale(LoginSession session) {
    var age = lifetimes.sessionIdle().dividedBy(TOUCHES);
    return session.lastUsed().plus(age).isBefore(clock.instant());
  }

  /** Notes that a session is in use. */
  public void touch(LoginSession session) {
    entities
        .createQuery("UPDATE LoginSession s SET s.lastUsed = :now WHERE s.id = :id")
        .setParameter("now", clock.instant())
        .setParameter("id", session.id())
        .executeUpdate();
  }

  /** The logins of a person that are good, the newest first, a hundred at most. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<LoginSession> ofUser(String userId) {
    var now = clock.instant();
    return entities
        .createQuery(
            "SELECT s FROM LoginSession s WHERE s.userId = :user AND s.expiresAt > :now"
                + " AND s.lastUsed > :idle ORDER BY s.loggedInAt DESC",
            LoginSession.class)
        .setParameter("user", userId)
        .setParameter("now", now)
        .setParameter("idle", now.minus(lifetimes.sessionIdle()))
        .setMaxResults(100)
        .getResultList();
  }

  /** Ends all logins of a person. */
  public void endAll(String userId) {
    entities
        .createQuery("DELETE FROM LoginSession s WHERE s.userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }

  public void forget(@Observes AccessEnded ended) {
    endAll(ended.userId());
  }

  /** Ends the login of a cookie. */
  public void end(String secret) {
    entities
        .createQuery("DELETE FROM LoginSession s WHERE s.digest = :digest")
        .setParameter("digest", Digest.of(secret).value())
        .executeUpdate();
  }
}
