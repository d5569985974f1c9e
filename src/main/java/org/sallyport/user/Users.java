package org.sallyport.user;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The table of people: all who are kept here, and those of outside stores who have logged in. */
@Stateless
public class Users {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<User> find(String id) {
    return Optional.ofNullable(entities.find(User.class, id));
  }

  /** A person whose row nobody else changes until the caller's transaction ends. */
  public Optional<User> lock(String id) {
    return Optional.ofNullable(entities.find(User.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Those with these ids, in no order. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<User> find(List<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("SELECT u FROM User u WHERE u.id IN :ids", User.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Who of the people that are kept here has a name. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<User> findByName(String username) {
    return find(Origin.HERE, User.canonical(username));
  }

  /** Who has a name, whatever store keeps them; two at most, which is one too many for a choice. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<User> named(String username) {
    return entities
        .createQuery("SELECT u FROM User u WHERE u.canonicalName = :name", User.class)
        .setParameter("name", User.canonical(username))
        .setMaxResults(2)
        .getResultList();
  }

  /** Whom a store calls so. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<User> find(String store, String storeId) {
    return entities
        .createQuery(
            "SELECT u FROM User u WHERE u.origin.store = :store AND u.origin.storeId = :id",
            User.class)
        .setParameter("store", store)
        .setParameter("id", storeId)
        .getResultStream()
        .findFirst();
  }

  /** Whether anyone may administer this server, active or not. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean hasAdministrator() {
    return !entities
        .createQuery("SELECT u.id FROM User u WHERE u.administrator = true", String.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Adds a person with a hash made by {@link PasswordHasher}. */
  public User add(String username, String passwordHash) {
    var user = new User(username, passwordHash, clock.instant());
    entities.persist(user);
    return user;
  }

  /** Adds a person who may administer this server. */
  public User addAdministrator(String username, String passwordHash) {
    return add(username, passwordHash).asAdministrator();
  }
}
