package org.sallyport.client;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.sallyport.store.Changes;

/** The scopes in the database. */
@Stateless
public class ScopeRegistry {

  @PersistenceContext private EntityManager entities;
  @Inject private Changes changes;

  /** All of them by name. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Scope> list() {
    return entities.createQuery("SELECT s FROM Scope s ORDER BY s.id", Scope.class).getResultList();
  }

  /** Adds a scope. */
  public void add(Scope scope) {
    entities.persist(scope);
    changes.note();
  }
}
