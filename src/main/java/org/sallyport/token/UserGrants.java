package org.sallyport.token;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.ClientRemoved;
import org.sallyport.client.Clients;
import org.sallyport.oauth.Digest;
import org.sallyport.store.DatabaseReady;
import org.sallyport.store.ReadyQuery;
import org.sallyport.user.User;

/** All grants; each mark is committed before an error is answered. */
@Stateless
public class UserGrants {

  private static final String BY_ID = "UserGrant.byId";
  private static final String BY_CODE = "UserGrant.byCode";

  /** Without the client, which is in memory and has half of all columns. */
  private static final String WITH_USER =
      "SELECT g, u FROM UserGrant g, User u WHERE u.id = g.userId AND ";

  @PersistenceContext private EntityManager entities;
  @Inject private Clients clients;
  @Inject private Event<AuditEvent> audit;
  @Inject private Clock clock;

  /** Makes the queries of each request ready. */
  public void start(@Observes DatabaseReady ready) {
    ReadyQuery.of(entities, BY_ID, Object[].class, WITH_USER + "g.id = :id");
    ReadyQuery.of(entities, BY_CODE, Object[].class, WITH_USER + "g.codeDigest = :code");
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<GrantState> find(UUID id) {
    return first(named(BY_ID).setParameter("id", id.toString()));
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<GrantState> findByCode(String code) {
    var digest = Digest.of(code).value();
    return first(named(BY_CODE).setParameter("code", digest));
  }

  private TypedQuery<Object[]> named(String name) {
    return entities.createNamedQuery(name, Object[].class);
  }

  private Optional<GrantState> first(TypedQuery<Object[]> query) {
    return query.getResultStream().findFirst().flatMap(this::withClient);
  }

  private Optional<GrantState> withClient(Object[] found) {
    var grant = (UserGrant) found[0];
    return clients
        .find(grant.clientId())
        .map(client -> new GrantState(grant, (User) found[1], client));
  }

  /** Adds a grant; fails as a duplicate where its flow has made one already. */
  public void add(UserGrant grant) {
    entities.persist(grant);
    entities.flush();
  }

  /** Ends a grant with every token that it gave, RFC 9700 §4.14.2. */
  public void revoke(UUID id, String reason) {
    var changed =
        entities
            .createQuery(
                "UPDATE UserGrant g SET g.revokedAt = :now"
                    + " WHERE g.id = :id AND g.revokedAt IS NULL")
            .setParameter("now", clock.instant())
            .setParameter("id", id.toString())
            .executeUpdate();
    if (changed == 1) {
      var grant = entities.find(UserGrant.class, id.toString());
      audit.fire(
          new AuditEvent.GrantRevoked(id.toString(), grant.userId(), grant.clientId(), reason));
    }
  }

  /** Ends what a person allowed one client. */
  public boolean revoke(UUID id, String userId, String reason) {
    var own =
        entities
            .createQuery("SELECT g.id FROM UserGrant g WHERE g.id = :id AND g.userId = :user")
            .setParameter("id", id.toString())
            .setParameter("user", userId)
            .getResultList();
    if (!own.isEmpty()) {
      revoke(id, reason);
    }
    return !own.isEmpty();
  }

  /** How many grants of a client are alive. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public long countOf(String clientId) {
    return entities
        .createQuery(
            "SELECT COUNT(g) FROM UserGrant g WHERE g.clientId = :client"
                + " AND g.revokedAt IS NULL AND g.expiresAt > :now",
            Long.class)
        .setParameter("client", clientId)
        .setParameter("now", clock.instant())
        .getSingleResult();
  }

  /** Removes what a client was given, with the client. */
  public void forget(@Observes ClientRemoved removed) {
    entities
        .createQuery("DELETE FROM UserGrant g WHERE g.clientId = :client")
        .setParameter("client", removed.clientId())
        .executeUpdate();
  }
}
