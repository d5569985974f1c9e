package org.sallyport.client.secret;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.oauth.Digest;
import org.sallyport.store.Changes;

/** The secrets of all clients. */
@Stateless
public class ClientSecrets {

  /** How many of a client may be alive at once: the one in use, and the one that follows it. */
  public static final int MOST_ALIVE = 2;

  @PersistenceContext private EntityManager entities;
  @Inject private Changes changes;
  @Inject private Clock clock;

  /** A client's secrets that are accepted now, the oldest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<ClientSecret> alive(String clientId) {
    return entities
        .createQuery(
            "SELECT s FROM ClientSecret s WHERE s.clientId = :client"
                + " AND (s.expiresAt IS NULL OR s.expiresAt > :now) ORDER BY s.createdAt, s.id",
            ClientSecret.class)
        .setParameter("client", clientId)
        .setParameter("now", clock.instant())
        .getResultList();
  }

  /** Adds a secret to a client; the caller notes the change. */
  public ClientSecret add(String clientId, String secret) {
    var row = new ClientSecret(clientId, Digest.of(secret), clock.instant());
    entities.persist(row);
    return row;
  }

  /** Adds a secret as its slow hash; the caller notes the change. */
  public void addHashed(String clientId, String hash) {
    entities.persist(ClientSecret.hashed(clientId, hash, clock.instant()));
  }

  /** Keeps the digest of a secret that was right, in place of its slow hash. */
  public void upgrade(ClientSecret secret, String text) {
    var changed =
        entities
            .createQuery(
                "UPDATE ClientSecret s SET s.digest = :digest, s.slowHash = NULL"
                    + " WHERE s.id = :id AND s.slowHash = :before")
            .setParameter("digest", Digest.of(text).value())
            .setParameter("id", secret.id())
            .setParameter("before", secret.slowHash().orElseThrow())
            .executeUpdate();
    if (changed == 1) {
      changes.note();
    }
  }

  /**
   * A new secret for a client; those before it end after a time at the latest. Empty where as many
   * as may be are alive already, or the newest is another than the page showed: a form that is sent
   * twice makes one.
   */
  public Optional<ClientSecret> rotate(
      String clientId, String newest, String secret, Duration overlap, String userId) {
    if (!isConfidential(clientId) || !isTouched(clientId, userId)) {
      return Optional.empty();
    }
    var before = alive(clientId);
    var known = before.isEmpty() ? "" : before.get(before.size() - 1).id();
    if (before.size() >= MOST_ALIVE || !known.equals(newest)) {
      return Optional.empty();
    }
    var end = clock.instant().plus(overlap);
    before.forEach(one -> end(clientId, one.id(), end));
    var row = add(clientId, secret);
    changes.note();
    return Optional.of(row);
  }

  /** Ends a secret of a client at once; false where it has none such. */
  public boolean end(String clientId, String id, String userId) {
    if (!isTouched(clientId, userId) || !end(clientId, id, clock.instant())) {
      return false;
    }
    changes.note();
    return true;
  }

  private boolean isConfidential(String clientId) {
    return entities
        .createQuery("SELECT c.confidential FROM Client c WHERE c.id = :client", Boolean.class)
        .setParameter("client", clientId)
        .getResultStream()
        .anyMatch(Boolean::booleanValue);
  }

  /** Locks the client's row until the transaction ends, so that secrets are counted in turn. */
  private boolean isTouched(String clientId, String userId) {
    return entities
            .createQuery(
                "UPDATE Client c SET c.updatedAt = :now, c.updatedBy = :user"
                    + " WHERE c.id = :client")
            .setParameter("now", clock.instant())
            .setParameter("user", userId)
            .setParameter("client", clientId)
            .executeUpdate()
        == 1;
  }

  private boolean end(String clientId, String id, Instant time) {
    return entities
            .createQuery(
                "UPDATE ClientSecret s SET s.expiresAt = :time WHERE s.id = :id"
                    + " AND s.clientId = :client"
                    + " AND (s.expiresAt IS NULL OR s.expiresAt > :time)")
            .setParameter("time", time)
            .setParameter("id", id)
            .setParameter("client", clientId)
            .executeUpdate()
        == 1;
  }

  /** Removes all secrets of a client; the caller notes the change. */
  public void removeAll(String clientId) {
    entities
        .createQuery("DELETE FROM ClientSecret s WHERE s.clientId = :client")
        .setParameter("client", clientId)
        .executeUpdate();
  }

  /** Writes down when a secret was used, unless another node has seen it later. */
  public void used(String id, Instant time) {
    entities
        .createQuery(
            "UPDATE ClientSecret s SET s.lastUsed = :time"
                + " WHERE s.id = :id AND (s.lastUsed IS NULL OR s.lastUsed < :time)")
        .setParameter("time", time)
        .setParameter("id", id)
        .executeUpdate();
  }
}
