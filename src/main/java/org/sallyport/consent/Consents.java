package org.sallyport.consent;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.client.ClientRemoved;
import org.sallyport.user.NoAdministrator;
import org.sallyport.user.UserRemoved;

/** All consents. */
@Stateless
public class Consents {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Consent> find(String userId, String clientId) {
    return Optional.ofNullable(entities.find(Consent.class, Consent.id(userId, clientId)));
  }

  /** Remembers what a person allows a client from now on, and what not. */
  public void give(String userId, String clientId, Consent.Answer answer) {
    var known = entities.find(Consent.class, Consent.id(userId, clientId));
    if (known == null) {
      entities.persist(new Consent(userId, clientId, answer, clock.instant()));
      entities.flush();
    } else {
      known.change(answer, clock.instant());
    }
  }

  /** The client asks again next time. */
  public void withdraw(String userId, String clientId) {
    entities
        .createQuery("DELETE FROM Consent c WHERE c.userId = :user AND c.clientId = :client")
        .setParameter("user", userId)
        .setParameter("client", clientId)
        .executeUpdate();
  }

  /** Every client asks again next time. */
  public void withdrawAll(String userId) {
    entities
        .createQuery("DELETE FROM Consent c WHERE c.userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }

  /** What was allowed of the scopes for administrators is asked again. */
  public void forgetReserved(@Observes NoAdministrator person) {
    entities
        .createQuery("SELECT c FROM Consent c WHERE c.userId = :user", Consent.class)
        .setParameter("user", person.userId())
        .getResultList()
        .forEach(this::forgetReserved);
  }

  private void forgetReserved(Consent consent) {
    if (!consent.forgetReserved()) {
      entities.remove(consent);
    }
  }

  public void forgetUser(@Observes UserRemoved removed) {
    withdrawAll(removed.userId());
  }

  /** How many people a client is allowed by. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public long countOf(String clientId) {
    return entities
        .createQuery("SELECT COUNT(c) FROM Consent c WHERE c.clientId = :client", Long.class)
        .setParameter("client", clientId)
        .getSingleResult();
  }

  /** The client asks everybody again. */
  public void withdrawAllOf(String clientId) {
    entities
        .createQuery("DELETE FROM Consent c WHERE c.clientId = :client")
        .setParameter("client", clientId)
        .executeUpdate();
  }

  public void forget(@Observes ClientRemoved removed) {
    withdrawAllOf(removed.clientId());
  }
}
