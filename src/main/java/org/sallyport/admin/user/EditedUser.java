package org.sallyport.admin.user;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sallyport.admin.Administrator;
import org.sallyport.user.User;
import org.sallyport.user.UserRegistry.Outcome;
import org.sallyport.user.Users;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;
import org.sallyport.web.page.Failure;

/** Who is looked at in this request, by whom, and how what was asked for has ended. */
@RequestScoped
public class EditedUser {

  private static final String PATH = "/admin/users/edit";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private Users users;

  private User by;
  private User person;
  private final List<Failure> failures = new ArrayList<>();

  static String address(String id) {
    return PATH + "?id=" + id;
  }

  static boolean isId(String text) {
    return text != null && ID.matcher(text).matches();
  }

  /** Finds both; otherwise the answer is given already. */
  void open() {
    var sent = page.parameter("id");
    by = administrator.require(isId(sent) ? address(sent) : PATH).orElse(null);
    if (by == null) {
      return;
    }
    person = isId(sent) ? users.find(sent).orElse(null) : null;
    if (person == null) {
      page.refuse(Problem.of(404));
    }
  }

  /** Whether a form may change something; a failure of its button is told otherwise. */
  boolean enter(String button) {
    open();
    if (person == null) {
      return false;
    }
    if (!administrator.isGenuine()) {
      fail(button, "page.expired");
      return false;
    }
    return true;
  }

  /** Shows the person as the deed has left them, by 303, or says why there was none. */
  void tell(Outcome outcome, String field, String deed) {
    switch (outcome) {
      case LAST_ADMINISTRATOR -> fail(field, "user.last");
      case STALE -> fail("username", "user.stale");
      case DONE -> page.goOn(address(person.id()) + "&done=" + deed);
      case MISSING -> page.goOn(address(person.id()));
    }
    person = users.find(person.id()).orElse(person);
  }

  void fail(String field, String key) {
    failures.add(Failure.of(field, key));
  }

  /** The administrator; null before {@link #open}, and where the answer is given already. */
  User by() {
    return by;
  }

  /** The person; null likewise. */
  User person() {
    return person;
  }

  List<Failure> failures() {
    return failures;
  }
}
