package org.sallyport.admin.list;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** Reads a page of a list by two queries, however long the list is. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ListReader {

  @PersistenceContext private EntityManager entities;

  /** The page that a state asks for; the last one when it asks for more. */
  public <T> ListSlice<T> read(ListPlan<T> plan, ListState state) {
    var total = bind(entities.createQuery(plan.counting(state), Long.class), plan, state);
    var count = total.getSingleResult();
    var page = Math.min(state.page(), ListSlice.pages(count, state.size()));
    return new ListSlice<>(rows(plan, state.at(page)), count, state.at(page));
  }

  private <T> List<T> rows(ListPlan<T> plan, ListState state) {
    return bind(entities.createQuery(plan.reading(state), plan.row()), plan, state)
        .setFirstResult((state.page() - 1) * state.size())
        .setMaxResults(state.size())
        .getResultList();
  }

  /** The next rows by id, after the last one that was read; the first time it is empty. */
  public <T> List<T> next(ListPlan<T> plan, ListState state, String last, int most) {
    return bind(entities.createQuery(plan.goingOn(state), plan.row()), plan, state)
        .setParameter("last", last)
        .setMaxResults(most)
        .getResultList();
  }

  private static <R> TypedQuery<R> bind(TypedQuery<R> query, ListPlan<?> plan, ListState state) {
    plan.parameters(state).forEach(query::setParameter);
    return query;
  }
}
