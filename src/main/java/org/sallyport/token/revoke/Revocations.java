package org.sallyport.token.revoke;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.audit.AuditEvent;
import org.sallyport.store.Changes;
import org.sallyport.token.AccessToken;
import org.sallyport.token.GrantState;
import org.sallyport.token.UserGrants;
import org.sallyport.token.inspect.RevokedTokens;

/**
 * Ends grants with every code and token that they gave; where no person is named, what clients got
 * for themselves too. One transaction each, for pages and programs alike.
 */
@Stateless
public class Revocations {

  @PersistenceContext private EntityManager entities;
  @Inject private UserGrants grants;
  @Inject private RevokedTokens tokens;
  @Inject private Changes changes;
  @Inject private Event<AuditEvent> audit;
  @Inject private Clock clock;

  /** How many living grants it is about. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public long count(Selection selection) {
    var now = clock.instant();
    var query =
        entities.createQuery(
            "SELECT COUNT(g) FROM UserGrant g WHERE " + selection.condition(), Long.class);
    return (Long) bind(query, selection, now).getSingleResult();
  }

  /** Ends them, and returns how many they were. */
  public long revoke(Selection selection, String administratorId) {
    var now = clock.instant();
    var update =
        entities
            .createQuery("UPDATE UserGrant g SET g.revokedAt = :at WHERE " + selection.condition())
            .setParameter("at", now);
    var count = bind(update, selection, now).executeUpdate();
    if (selection.userId().isEmpty()) {
      refuseOlder(selection.clientId(), selection.end(now));
    }
    audit.fire(
        new AuditEvent.GrantsRevoked(
            selection.userId().orElse(null),
            selection.clientId().orElse(null),
            selection.before().map(Instant::toString).orElse(null),
            count,
            administratorId));
    return count;
  }

  private static Query bind(Query query, Selection selection, Instant now) {
    query.setParameter("now", now).setParameter("before", selection.end(now));
    selection.userId().ifPresent(id -> query.setParameter("user", id));
    selection.clientId().ifPresent(id -> query.setParameter("client", id));
    return query;
  }

  /** Tokens without a grant are known by their client and time only. */
  private void refuseOlder(Optional<String> clientId, Instant end) {
    var query =
        entities
            .createQuery(
                "UPDATE Client c SET c.notBefore = :end"
                    + " WHERE (c.notBefore IS NULL OR c.notBefore < :end)"
                    + clientId.map(id -> " AND c.id = :client").orElse(""))
            .setParameter("end", end);
    clientId.ifPresent(id -> query.setParameter("client", id));
    query.executeUpdate();
    changes.note();
  }

  /** Ends one grant; false where there is none that is alive. */
  public boolean revoke(UUID id, String administratorId) {
    var state = grants.find(id).filter(known -> !known.grant().isRevoked());
    state.ifPresent(known -> end(known, administratorId));
    return state.isPresent();
  }

  private void end(GrantState state, String administratorId) {
    var id = state.grant().id().toString();
    entities
        .createQuery(
            "UPDATE UserGrant g SET g.revokedAt = :now WHERE g.id = :id AND g.revokedAt IS NULL")
        .setParameter("now", clock.instant())
        .setParameter("id", id)
        .executeUpdate();
    audit.fire(
        new AuditEvent.GrantEnded(state.user().id(), state.client().id(), id, administratorId));
  }

  /**
   * Ends one access token; fails as a duplicate where another request does the same in this moment.
   */
  public void revoke(AccessToken token, String administratorId) {
    tokens.add(token);
    audit.fire(new AuditEvent.TokenRevoked(token.clientId(), token.jti(), administratorId));
  }

  /** The grant of an opaque access token's {@code jti}; of a JWT's nobody keeps it. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<UUID> grantOf(String jti) {
    List<String> ids =
        entities
            .createQuery(
                "SELECT t.grantId FROM OpaqueToken t"
                    + " WHERE t.jti = :jti AND t.grantId IS NOT NULL",
                String.class)
            .setParameter("jti", jti)
            .getResultList();
    return ids.stream().findFirst().map(UUID::fromString);
  }
}
