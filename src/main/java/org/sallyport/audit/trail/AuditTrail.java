package org.sallyport.audit.trail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sallyport.audit.AuditEvent;
import org.sallyport.audit.Via;
import org.sallyport.config.AuditSettings;
import org.sallyport.web.ClientAddress;

/** The rows of what happened. Nothing changes a row. */
@Stateless
public class AuditTrail {

  private static final int BATCH = 500;

  @PersistenceContext private EntityManager entities;
  @Inject private Instance<HttpServletRequest> requests;
  @Inject private ClientAddress addresses;
  @Inject private AuditSettings settings;
  @Inject private Clock clock;

  public void add(AuditEvent event) {
    var facts = EventFacts.of(event, told(Via::of));
    entities.persist(new AuditRow(clock.instant(), facts, told(addresses::of)));
  }

  private String told(Function<HttpServletRequest, String> of) {
    try {
      return of.apply(requests.get());
    } catch (RuntimeException e) {
      // A timer or the start of the server does it: there is no request.
      return null;
    }
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<AuditRow> find(String id) {
    return Optional.ofNullable(entities.find(AuditRow.class, id));
  }

  /** What happened to a person, the newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<AuditRow> ofUser(String userId, int first, int most) {
    return entities
        .createQuery(
            "SELECT r FROM AuditRow r WHERE r.userId = :user"
                + " ORDER BY r.happenedAt DESC, r.id DESC",
            AuditRow.class)
        .setParameter("user", userId)
        .setFirstResult(first)
        .setMaxResults(most)
        .getResultList();
  }

  /** Deletes some of the rows whose time is over; false where there were few or none. */
  public boolean deleteOld() {
    var ids =
        entities
            .createQuery(
                "SELECT r.id FROM AuditRow r WHERE r.happenedAt < :end ORDER BY r.happenedAt")
            .setParameter("end", clock.instant().minus(settings.retention()))
            .setMaxResults(BATCH)
            .getResultList();
    if (!ids.isEmpty()) {
      entities
          .createQuery("DELETE FROM AuditRow r WHERE r.id IN :ids")
          .setParameter("ids", ids)
          .executeUpdate();
    }
    return ids.size() == BATCH;
  }
}
