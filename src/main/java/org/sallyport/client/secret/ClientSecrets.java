package org.sallyport.client.secret;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sallyport.oauth.Digest;

/** The secrets of all clients. */
@Stateless
public class ClientSecrets {

  /** How many of a client may be alive at once: the one in use, and the one that follows it. */
  public static final int MOST_ALIVE = 2;

  @PersistenceContext private EntityManager entities;
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
  public void add(String clientId, String secret) {
    entities.persist(new ClientSecret(clientId, Digest.of(secret), clock.instant()));
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
