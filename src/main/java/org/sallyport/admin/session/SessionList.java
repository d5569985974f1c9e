package org.sallyport.admin.session;

import static org.sallyport.admin.list.ListOrder.DESCENDING;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.admin.list.AdminList;
import org.sallyport.admin.list.ListPlan;
import org.sallyport.user.User;

/** All sign-ins that are not over: found by the person's name or id. */
@ApplicationScoped
public class SessionList implements AdminList<SessionRow> {

  private static final ListPlan<SessionRow> PLAN =
      ListPlan.of(
              SessionRow.class,
              "LoginSession",
              "e.id",
              "e.userId",
              "(SELECT u.username FROM User u WHERE u.id = e.userId)",
              "e.loggedInAt",
              "e.lastUsed",
              "e.expiresAt")
          .searched(
              User::canonical,
              "e.userId = :exact OR e.id = :exact"
                  + " OR e.userId IN (SELECT p.id FROM User p WHERE p.canonicalName = :whole)")
          .dated("e.loggedInAt")
          .sorted("began", DESCENDING, "e.loggedInAt")
          .sorted("used", DESCENDING, "e.lastUsed");

  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public ListPlan<SessionRow> plan() {
    return PLAN;
  }

  @Override
  public List<Field<SessionRow>> fields() {
    return List.of(
        new Field<>("id", SessionRow::id),
        new Field<>("user_id", SessionRow::userId),
        new Field<>("user", SessionRow::user),
        new Field<>("began_at", SessionRow::beganAt),
        new Field<>("last_used", SessionRow::lastUsed),
        new Field<>("expires_at", SessionRow::expiresAt));
  }
}
