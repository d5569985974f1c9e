package org.sallyport.login.remember;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.audit.AuditEvent;
import org.sallyport.config.LoginSettings;
import org.sallyport.oauth.Base62;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Randomness;
import org.sallyport.user.AccessEnded;
import org.sallyport.web.visitor.Visitor;

/**
 * All browsers that stay logged in. A cookie's value is {@code row id 16 | random 31} bytes in 64
 * characters, of which only the digest is kept.
 */
@Stateless
public class RememberedLogins {

  private static final int ID_BYTES = 16;

  @PersistenceContext private EntityManager entities;
  @Inject private LoginSettings settings;
  @Inject private Event<Stolen> stolen;
  @Inject private Event<AuditEvent> audit;
  @Inject private Clock clock;

  /** Remembers who has just typed the password, in the caller's transaction; the first value. */
  public String start(String userId, Instant loggedInAt, Visitor visitor) {
    var id = Randomness.rowId(loggedInAt);
    var value = value(id);
    var until = loggedInAt.plus(settings.rememberLifetime());
    entities.persist(
        new RememberedLogin(id, Digest.of(value), userId, loggedInAt, until).from(visitor));
    return value;
  }

  /**
   * Uses a cookie's value, which is then another one. A value that was used before was stolen, or
   * its successor was: that person is logged in nowhere any longer.
   */
  public Optional<Remembered> use(String value, Visitor visitor) {
    var now = clock.instant();
    var id = id(value);
    // Locked, so that of two tabs one is first and the other sees it.
    var row =
        id.map(known -> entities.find(RememberedLogin.class, known, LockModeType.PESSIMISTIC_WRITE))
            .orElse(null);
    if (row == null || !settings.remember() || !now.isBefore(row.expiresAt())) {
      return Optional.empty();
    }
    if (row.isNewest(value)) {
      var next = value(UUID.fromString(id.get()));
      row.from(visitor).rotate(Digest.of(next), now);
      return Optional.of(remembered(row, Optional.of(next)));
    } else if (row.isOvertaken(value, now)) {
      return Optional.of(remembered(row, Optional.empty()));
    }
    endAll(row.userId());
    stolen.fire(new Stolen(row.userId()));
    audit.fire(new AuditEvent.RememberedLoginStolen(row.userId(), visitor.address().orElse(null)));
    return Optional.empty();
  }

  /** Whose value this is, or was; nothing is used. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<String> userId(String value) {
    return id(value)
        .map(id -> entities.find(RememberedLogin.class, id))
        .map(RememberedLogin::userId);
  }

  /** Whether it has not ended; it cannot before the caller's transaction does. */
  public boolean isKept(String id) {
    return entities.find(RememberedLogin.class, id, LockModeType.PESSIMISTIC_WRITE) != null;
  }

  private static Remembered remembered(RememberedLogin row, Optional<String> next) {
    return new Remembered(row.id(), row.userId(), row.loggedInAt(), row.expiresAt(), next);
  }

  /** Forgets the browser that has this value, or had it. */
  public void end(String value) {
    id(value).ifPresent(this::endOne);
  }

  /** Forgets one browser. */
  public void endOne(String id) {
    entities
        .createQuery("DELETE FROM RememberedLogin r WHERE r.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Forgets one browser of a person. */
  public void endOne(String userId, String id) {
    entities
        .createQuery("DELETE FROM RememberedLogin r WHERE r.id = :id AND r.userId = :user")
        .setParameter("id", id)
        .setParameter("user", userId)
        .executeUpdate();
  }

  /** Forgets all browsers of a person but one. */
  public void endOthers(String userId, String id) {
    entities
        .createQuery("DELETE FROM RememberedLogin r WHERE r.id <> :id AND r.userId = :user")
        .setParameter("id", id)
        .setParameter("user", userId)
        .executeUpdate();
  }

  /** The browsers of a person that stay logged in, a hundred at most. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<RememberedBrowser> ofUser(String userId) {
    if (!settings.remember()) {
      return List.of();
    }
    return entities
        .createQuery(
            "SELECT r FROM RememberedLogin r WHERE r.userId = :user AND r.expiresAt > :now"
                + " ORDER BY r.rotatedAt DESC",
            RememberedLogin.class)
        .setParameter("user", userId)
        .setParameter("now", clock.instant())
        .setMaxResults(100)
        .getResultStream()
        .map(RememberedBrowser::of)
        .toList();
  }

  /** Forgets all browsers of a person. */
  public void endAll(String userId) {
    entities
        .createQuery("DELETE FROM RememberedLogin r WHERE r.userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }

  public void forget(@Observes AccessEnded ended) {
    endAll(ended.userId());
  }

  private static String value(UUID id) {
    var bytes = ByteBuffer.allocate(Base62.BYTES);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    bytes.put(Randomness.bytes(Base62.BYTES - ID_BYTES));
    return Base62.encode(bytes.array());
  }

  /** Which browser a value belongs to, whether it is good or not. */
  public static Optional<String> id(String value) {
    return Base62.decode(value)
        .map(ByteBuffer::wrap)
        .map(bytes -> new UUID(bytes.getLong(), bytes.getLong()).toString());
  }
}
