package org.sallyport.client;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sallyport.client.secret.ClientSecrets;
import org.sallyport.store.Changes;

/** The clients in the database; an EJB, as only there an entity manager is always injected. */
@Stateless
public class ClientRegistry {

  @PersistenceContext private EntityManager entities;
  @Inject private ClientSecrets secrets;
  @Inject private ClientPolicies policies;
  @Inject private Changes changes;
  @Inject private Event<ClientRemoved> removed;
  @Inject private Clock clock;

  /** A client as the database has it now, with its secrets. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Client> find(String id) {
    return Optional.ofNullable(entities.find(Client.class, id))
        .map(client -> client.isConfidential() ? client.knowing(secrets.alive(id)) : client);
  }

  /** A client whose row nobody else changes until the caller's transaction ends. */
  public Optional<Client> lock(String id) {
    return Optional.ofNullable(entities.find(Client.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Those with these ids, in no order, without their secrets. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Client> find(List<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("SELECT c FROM Client c WHERE c.id IN :ids", Client.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** The active clients whose scripts run in browsers, without their secrets. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Client> withOrigins() {
    return entities
        .createQuery(
            "SELECT c FROM Client c WHERE c.active = true AND c.origins IS NOT NULL", Client.class)
        .getResultList();
  }

  /** The first thousand by name, without their secrets. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Client> list() {
    return entities
        .createQuery("SELECT c FROM Client c ORDER BY c.name, c.id", Client.class)
        .setMaxResults(1000)
        .getResultList();
  }

  /** Registers a client under a secret that is known already. */
  public void register(NewClient wanted, Optional<String> secret) {
    entities.persist(new Client(policies.complete(wanted), clock.instant()));
    secret.ifPresent(text -> secrets.add(wanted.id(), text));
    changes.note();
  }

  /** Changes a client whose version is still this one; false where it is another, or gone. */
  public boolean change(NewClient wanted, int version, String userId) {
    var client = entities.find(Client.class, wanted.id(), LockModeType.PESSIMISTIC_WRITE);
    if (client == null || client.version() != version) {
      return false;
    }
    client.become(policies.complete(wanted));
    note(client, userId);
    return true;
  }

  /** Makes another kind of a client that was changed in the same transaction. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void convert(String id, ClientType type) {
    entities.find(Client.class, id).become(type);
  }

  /** Accepts a client again; false where nothing was to do. */
  public boolean activate(String id, String userId) {
    var client = entities.find(Client.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (client == null || client.isActive()) {
      return false;
    }
    client.switchOn();
    note(client, userId);
    return true;
  }

  /** Refuses a client with all that it was given, until it is activated. */
  public boolean deactivate(String id, String userId) {
    var client = entities.find(Client.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (client == null || !client.isActive()) {
      return false;
    }
    client.switchOff();
    note(client, userId);
    return true;
  }

  private void note(Client client, String userId) {
    client.changed(clock.instant(), userId);
    changes.note();
  }

  /** Removes a client with all that it was given; true when it was there. */
  public boolean remove(String id) {
    var client = entities.find(Client.class, id);
    if (client == null) {
      return false;
    }
    removed.fire(new ClientRemoved(id));
    secrets.removeAll(id);
    entities.remove(client);
    changes.note();
    return true;
  }
}
