package org.sallyport.admin.api.grant;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.admin.api.RowPages.Found;
import org.sallyport.admin.grant.GrantListRow;

/** Pages of grants, chosen by what a URL names, two queries each. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class GrantSearch {

  private static final String ROW =
      "SELECT NEW org.sallyport.admin.grant.GrantListRow(g.id, g.userId,"
          + " (SELECT u.username FROM User u WHERE u.id = g.userId), g.clientId,"
          + " (SELECT c.name FROM Client c WHERE c.id = g.clientId),"
          + " g.scopes, g.createdAt, g.lastUsed, g.expiresAt, g.revokedAt)";

  @PersistenceContext private EntityManager entities;

  /** What is chosen; what is empty chooses nothing. */
  public record Choice(
      Optional<String> id,
      Optional<String> user,
      Optional<String> client,
      Optional<Instant> before) {

    private String condition() {
      return " FROM UserGrant g WHERE 1 = 1"
          + id.map(known -> " AND g.id = :id").orElse("")
          + user.map(known -> " AND g.userId = :user").orElse("")
          + client.map(known -> " AND g.clientId = :client").orElse("")
          + before.map(known -> " AND g.createdAt < :before").orElse("");
    }

    private <T> TypedQuery<T> bind(TypedQuery<T> query) {
      id.ifPresent(value -> query.setParameter("id", value));
      user.ifPresent(value -> query.setParameter("user", value));
      client.ifPresent(value -> query.setParameter("client", value));
      before.ifPresent(value -> query.setParameter("before", value));
      return query;
    }
  }

  /** The newest first. */
  public Found<GrantItem> find(Choice choice, int first, int most) {
    var counting = entities.createQuery("SELECT COUNT(g)" + choice.condition(), Long.class);
    var reading =
        entities.createQuery(
            ROW + choice.condition() + " ORDER BY g.createdAt DESC, g.id DESC", GrantListRow.class);
    var items =
        choice.bind(reading).setFirstResult(first).setMaxResults(most).getResultList().stream()
            .map(GrantItem::of)
            .toList();
    return new Found<>(items, choice.bind(counting).getSingleResult());
  }
}
