package org.sallyport.admin.api.user;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sallyport.admin.api.RowId;
import org.sallyport.admin.api.RowPages;
import org.sallyport.admin.api.RowPages.Found;
import org.sallyport.admin.api.description.Query;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.list.ListOrder;
import org.sallyport.admin.list.ListPlan;
import org.sallyport.admin.list.ListPlan.Option;
import org.sallyport.user.User;
import org.sallyport.user.Users;

/** The people, as the API finds them. */
@ApplicationScoped
public class UserBook {

  private static final ListPlan<RowId> PLAN =
      ListPlan.of(RowId.class, "User", "e.id")
          .searched(User::canonical, "e.canonicalName LIKE :start OR e.id = :whole")
          .filtered(
              "state",
              "",
              new Option("active", "", "e.active = true"),
              new Option("disabled", "", "e.active = false"))
          .filtered(
              "role",
              "",
              new Option("administrator", "", "e.administrator = true"),
              new Option("person", "", "e.administrator = false"))
          .sorted("username", ListOrder.ASCENDING, "e.canonicalName");

  @Inject private Users users;
  @Inject private RowPages pages;

  Found<UserView> list(Query query) {
    var filters =
        Stream.of("state", "role")
            .filter(name -> query.find(name).isPresent())
            .collect(toMap(Function.identity(), name -> query.find(name).orElseThrow()));
    var found = pages.find(PLAN, query, query.find("query").orElse(""), filters);
    var people = RowPages.sorted(found.items(), users.find(found.items()), User::id);
    return new Found<>(people.stream().map(UserView::of).toList(), found.total());
  }

  /**
   * The person of an id.
   *
   * @throws ApiProblem when there is none
   */
  User require(String id) {
    return users
        .find(id)
        .filter(user -> user.id().equals(id))
        .orElseThrow(() -> ApiError.MISSING.because("there is no person of this id"));
  }

  /**
   * The id of a person who is named by it, or by a name that only one has.
   *
   * @throws ApiProblem when there is none, or more than one
   */
  public Optional<String> idOf(String field, Optional<String> named) {
    return named.map(
        text -> {
          var found = users.find(text).map(List::of).orElseGet(() -> users.named(text));
          if (found.size() != 1) {
            var none = "there is no such person";
            throw ApiProblem.of(field, found.isEmpty() ? none : "send the id: several have it");
          }
          return found.get(0).id();
        });
  }
}
