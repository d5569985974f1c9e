package org.sallyport.admin.grant;

import static org.sallyport.admin.list.ListOrder.DESCENDING;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.admin.list.AdminList;
import org.sallyport.admin.list.ListPlan;
import org.sallyport.admin.list.ListPlan.Option;
import org.sallyport.user.User;

/** All grants: found by the person's name or id, the client's id, or their own. */
@ApplicationScoped
public class GrantList implements AdminList<GrantListRow> {

  private static final ListPlan<GrantListRow> PLAN =
      ListPlan.of(
              GrantListRow.class,
              "UserGrant",
              "e.id",
              "e.userId",
              "(SELECT u.username FROM User u WHERE u.id = e.userId)",
              "e.clientId",
              "(SELECT c.name FROM Client c WHERE c.id = e.clientId)",
              "e.scopes",
              "e.createdAt",
              "e.lastUsed",
              "e.expiresAt",
              "e.revokedAt")
          .searched(
              User::canonical,
              "e.userId = :exact OR e.clientId = :exact OR e.id = :exact"
                  + " OR e.userId IN (SELECT p.id FROM User p WHERE p.canonicalName = :whole)")
          .filtered(
              "status",
              "list.status",
              new Option(
                  "used",
                  "grants.status.used",
                  "(e.revokedAt IS NULL AND e.consumedAt IS NOT NULL)"),
              new Option(
                  "waiting",
                  "grants.status.waiting",
                  "(e.revokedAt IS NULL AND e.consumedAt IS NULL)"),
              new Option("ended", "grants.status.ended", "e.revokedAt IS NOT NULL"))
          .dated("e.createdAt")
          .sorted("granted", DESCENDING, "e.createdAt")
          .sorted("used", DESCENDING, "e.lastUsed");

  @Override
  public String name() {
    return "grants";
  }

  @Override
  public ListPlan<GrantListRow> plan() {
    return PLAN;
  }

  @Override
  public List<Field<GrantListRow>> fields() {
    return List.of(
        new Field<>("id", GrantListRow::id),
        new Field<>("user_id", GrantListRow::userId),
        new Field<>("user", GrantListRow::user),
        new Field<>("client_id", GrantListRow::clientId),
        new Field<>("scopes", row -> row.scopes() == null ? List.of() : row.scopes().names()),
        new Field<>("granted_at", GrantListRow::grantedAt),
        new Field<>("last_used", GrantListRow::lastUsed),
        new Field<>("expires_at", GrantListRow::expiresAt),
        new Field<>("revoked_at", GrantListRow::revokedAt));
  }
}
