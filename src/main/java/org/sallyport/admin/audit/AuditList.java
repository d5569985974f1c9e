package org.sallyport.admin.audit;

import static org.sallyport.admin.list.ListOrder.DESCENDING;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.admin.list.AdminList;
import org.sallyport.admin.list.ListPlan;
import org.sallyport.admin.list.ListPlan.Option;
import org.sallyport.user.User;

/** The audit: found by a person's name or id, a client's id, an address or the name of an event. */
@ApplicationScoped
public class AuditList implements AdminList<AuditListRow> {

  private static final String NAMED = "(SELECT u.id FROM User u WHERE u.canonicalName = :whole)";

  private static final ListPlan<AuditListRow> PLAN =
      ListPlan.of(
              AuditListRow.class,
              "AuditRow",
              "e.id",
              "e.happenedAt",
              "e.kind",
              "e.actorId",
              "(SELECT a.username FROM User a WHERE a.id = e.actorId)",
              "e.userId",
              "(SELECT p.username FROM User p WHERE p.id = e.userId)",
              "e.clientId",
              "e.address",
              "e.detail")
          .searched(
              User::canonical,
              "e.userId = :exact OR e.actorId = :exact OR e.clientId = :exact OR e.address = :exact"
                  + " OR e.kind = :exact OR e.userId IN "
                  + NAMED
                  + " OR e.actorId IN "
                  + NAMED)
          .filtered(
              "kind",
              "audit.kind",
              new Option(
                  "signins",
                  "audit.kind.signins",
                  "e.kind IN ('SignedIn', 'LoginFailed', 'LoggedOut')"),
              new Option("failures", "audit.kind.failures", "e.kind = 'LoginFailed'"),
              new Option("consents", "audit.kind.consents", "e.kind LIKE 'Consent%'"),
              new Option(
                  "ended",
                  "audit.kind.ended",
                  "(e.kind LIKE 'Grant%' OR e.kind LIKE 'Token%' OR e.kind LIKE 'Session%')"),
              new Option(
                  "people",
                  "audit.kind.people",
                  "(e.kind LIKE 'User%' OR e.kind IN ('PasswordChanged',"
                      + " 'AdministratorAppointed'))"),
              new Option("clients", "audit.kind.clients", "e.kind LIKE 'Client%'"),
              new Option("scopes", "audit.kind.scopes", "e.kind LIKE 'Scope%'"),
              new Option("keys", "audit.kind.keys", "e.kind LIKE 'Key%'"))
          .dated("e.happenedAt")
          .sorted("time", DESCENDING, "e.happenedAt");

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public ListPlan<AuditListRow> plan() {
    return PLAN;
  }

  @Override
  public List<Field<AuditListRow>> fields() {
    return List.of(
        new Field<>("id", AuditListRow::id),
        new Field<>("at", AuditListRow::at),
        new Field<>("event", AuditListRow::kind),
        new Field<>("actor_id", AuditListRow::actorId),
        new Field<>("actor", AuditListRow::actor),
        new Field<>("user_id", AuditListRow::userId),
        new Field<>("user", AuditListRow::user),
        new Field<>("client_id", AuditListRow::clientId),
        new Field<>("address", AuditListRow::address),
        new Field<>("detail", AuditListRow::detail));
  }
}
