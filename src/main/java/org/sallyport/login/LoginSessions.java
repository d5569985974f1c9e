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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.login.remember.Remembered;
import org.sallyport.login.remember.RememberedLogins;
import org.sallyport.login.remember.Stolen;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Randomness;
import org.sallyport.store.DatabaseReady;
import org.sallyport.store.ReadyQuery;
import org.sallyport.user.AccessEnded;
import org.sallyport.user.User;
import org.sallyport.web.visitor.Visitor;

/** All logins. */
@Stateless
public class LoginSessions {

  private static final String BY_DIGEST = "LoginSession.byDigest";

  @PersistenceContext private EntityManager entities;
  @Inject private RememberedLogins remembered;
  @Inject private LifetimeSettings lifetimes;
  @Inject private Clock clock;

  /**
   * Starts the login of a person whose password was checked, and returns the secret for its cookie;
   * empty where the password or the account has ended meanwhile.
   */
  public Optional<String> start(User checked, Visitor visitor) {
    return checked(checked).map(user -> begin(user, clock.instant(), Instant.MAX, visitor, null));
  }

  private Optional<User> checked(User checked) {
    return locked(checked.id()).filter(user -> user.isActive() && user.hasPasswordOf(checked));
  }

  /** The same for a browser that stays logged in; its session's secret, and its cookie's value. */
  public Optional<Secrets> startRemembered(User checked, Visitor visitor) {
    return checked(checked)
        .map(
            user -> {
              var now = clock.instant();
              var value = remembered.start(user.id(), now, visitor);
              var id = RememberedLogins.id(value).orElseThrow();
              return new Secrets(begin(user, now, Instant.MAX, visitor, id), value);
            });
  }

  /** The secrets of a browser that stays logged in. */
  public record Secrets(String session, String remembered) {}

  /** Goes on with a login that a browser has remembered, if it still counts. */
  public Optional<String> resume(Remembered known, Visitor visitor) {
    return locked(known.userId())
        .filter(user -> user.honours(known.since()) && !user.mustChangePassword())
        // Looked at once more, as it may have been ended since it was used.
        .filter(user -> remembered.isKept(known.id()))
        .map(user -> begin(user, known.since(), known.until(), visitor, known.id()));
  }

  /** A change of the password is either seen here, or waits and then ends this login too. */
  private Optional<User> locked(String id) {
    return Optional.ofNullable(entities.find(User.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  private String begin(
      User user, Instant loggedInAt, Instant until, Visitor visitor, String rememberedId) {
    var secret = Randomness.secret();
    var now = clock.instant();
    var end = now.plus(lifetimes.session());
    entities.persist(
        new LoginSession(
                Digest.of(secret), user.id(), loggedInAt, now, until.isBefore(end) ? until : end)
            .from(visitor)
            .rememberedBy(rememberedId));
    return secret;
  }

  /** Makes the query of each request ready. */
  public void start(@Observes DatabaseReady ready) {
    ReadyQuery.of(
        entities,
        BY_DIGEST,
        Login.class,
        "SELECT NEW org.sallyport.login.Login(s, u) FROM LoginSession s, User u"
            + " WHERE u.id = s.userId AND s.digest = :digest");
  }

  /** The login of a cookie, while it and its user are good. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Login> find(String secret) {
    var now = clock.instant();
    return entities
        .createNamedQuery(BY_DIGEST, Login.class)
        .setParameter("digest", Digest.of(secret).value())
        .getResultStream()
        .findFirst()
        .filter(login -> now.isBefore(login.session().expiresAt()))
        .filter(login -> now.isBefore(login.session().lastUsed().plus(lifetimes.sessionIdle())))
        .filter(login -> login.user().honours(login.session().loggedInAt()));
  }

  /** Notes that a session is in use, and from which address. */
  public void touch(LoginSession session, String address) {
    entities
        .createQuery(
            "UPDATE LoginSession s SET s.lastUsed = :now, s.visitor.address = :address"
                + " WHERE s.id = :id")
        .setParameter("address", address)
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

  /** Ends all logins of a person, those that browsers remember too. */
  public void endAll(String userId) {
    remembered.endAll(userId);
    entities
        .createQuery("DELETE FROM LoginSession s WHERE s.userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }

  /** A login by its id. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<LoginSession> get(String id) {
    return Optional.ofNullable(entities.find(LoginSession.class, id));
  }

  /**
   * Ends one login by its id, and what would bring it back in its browser; false where it has ended
   * already.
   */
  public boolean endOne(String id) {
    var session = get(id);
    session.flatMap(LoginSession::rememberedId).ifPresent(this::endRemembered);
    entities
        .createQuery("DELETE FROM LoginSession s WHERE s.id = :id")
        .setParameter("id", id)
        .executeUpdate();
    return session.isPresent();
  }

  /** With its other sessions: each tab that starts with the browser may have begun one. */
  private void endRemembered(String rememberedId) {
    remembered.endOne(rememberedId);
    entities
        .createQuery("DELETE FROM LoginSession s WHERE s.rememberedId = :remembered")
        .setParameter("remembered", rememberedId)
        .executeUpdate();
  }

  public void forget(@Observes AccessEnded ended) {
    endAll(ended.userId());
  }

  public void forget(@Observes Stolen stolen) {
    endAll(stolen.userId());
  }

  /** Ends the login of a cookie. */
  public void end(String secret) {
    entities
        .createQuery("DELETE FROM LoginSession s WHERE s.digest = :digest")
        .setParameter("digest", Digest.of(secret).value())
        .executeUpdate();
  }
}
