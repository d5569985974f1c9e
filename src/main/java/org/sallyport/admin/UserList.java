package org.sallyport.admin;

import static org.sallyport.admin.list.ListOrder.ASCENDING;
import static org.sallyport.admin.list.ListOrder.DESCENDING;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.admin.list.AdminList;
import org.sallyport.admin.list.ListPlan;
import org.sallyport.admin.list.ListPlan.Option;
import org.sallyport.user.User;

/** The list of people: found by the beginning of the username, or by the id. */
@ApplicationScoped
public class UserList implements AdminList<UserRow> {

  private static final ListPlan<UserRow> PLAN =
      ListPlan.of(
              UserRow.class,
              "User",
              "e.id",
              "e.username",
              "e.administrator",
              "e.active",
              "e.createdAt")
          .searched(User::canonical, "e.canonicalName LIKE :start OR e.id = :whole")
          .filtered(
              "status",
              "list.status",
              new Option("active", "list.active", "e.active = true"),
              new Option("disabled", "users.disabled", "e.active = false"),
              new Option("administrators", "users.administrators", "e.administrator = true"))
          .sorted("username", ASCENDING, "e.canonicalName")
          .sorted("created", DESCENDING, "e.createdAt");

  @Override
  public String name() {
    return "users";
  }

  @Override
  public ListPlan<UserRow> plan() {
    return PLAN;
  }

  @Override
  public List<Field<UserRow>> fields() {
    return List.of(
        new Field<>("id", UserRow::id),
        new Field<>("username", UserRow::username),
        new Field<>("administrator", UserRow::administrator),
        new Field<>("active", UserRow::active),
        new Field<>("created_at", UserRow::createdAt));
  }
}
