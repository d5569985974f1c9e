package org.sallyport.client;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.Changes;

/** The scopes in the database. */
@Stateless
public class ScopeRegistry {

  @PersistenceContext private EntityManager entities;
  @Inject private Changes changes;

  /** All of them by name. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Scope> list() {
    return entities
        .createQuery(
            "SELECT DISTINCT s FROM Scope s LEFT JOIN FETCH s.words ORDER BY s.id", Scope.class)
        .getResultList();
  }

  /** A scope as the database has it now. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Scope> find(String name) {
    // MariaDB finds "id " for "id".
    return Optional.ofNullable(entities.find(Scope.class, name))
        .filter(scope -> scope.name().equals(name));
  }

  /** A scope whose row nobody else changes until the caller's transaction ends. */
  public Optional<Scope> lock(String name) {
    return Optional.ofNullable(entities.find(Scope.class, name, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Adds a scope; fails as a duplicate where there is one of its name. */
  public void add(Scope scope) {
    entities.persist(scope);
    entities.flush();
    changes.note();
  }

  /** Changes a scope as long as it has this version; false where somebody else was first. */
  public boolean change(Scope wanted, int version) {
    var changed =
        entities
            .createQuery(
                "UPDATE Scope s SET s.description = :description, s.byDefault = :byDefault,"
                    + " s.optional = :optional, s.version = s.version + 1"
                    + " WHERE s.id = :id AND s.version = :version")
            .setParameter("description", wanted.description())
            .setParameter("byDefault", wanted.isDefault())
            .setParameter("optional", wanted.isOptional())
            .setParameter("id", wanted.name())
            .setParameter("version", version)
            .executeUpdate();
    if (changed == 1) {
      entities.find(Scope.class, wanted.name()).inWords(wanted.words());
      changes.note();
    }
    return changed == 1;
  }

  /** Removes a scope that no client may have; true when it was there. */
  public boolean remove(String name) {
    var scope = find(name);
    if (scope.isEmpty() || uses().containsKey(name)) {
      return false;
    }
    entities.remove(scope.get());
    changes.note();
    return true;
  }

  /** How many clients may have each scope; absent where none may. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Map<String, Long> uses() {
    var counted = new HashMap<String, Long>();
    entities
        .createQuery("SELECT c.scopes, COUNT(c.id) FROM Client c GROUP BY c.scopes", Object[].class)
        .getResultList()
        .forEach(row -> count((Scopes) row[0], (Long) row[1], counted));
    return counted;
  }

  private static void count(Scopes scopes, Long clients, Map<String, Long> counted) {
    if (scopes != null) {
      scopes.names().forEach(name -> counted.merge(name, clients, Long::sum));
    }
  }
}
