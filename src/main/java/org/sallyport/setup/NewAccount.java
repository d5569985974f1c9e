package org.sallyport.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sallyport.user.PasswordPolicy;
import org.sallyport.user.Users;

/** What is wrong with a name and password that somebody wants to have. */
@ApplicationScoped
public class NewAccount {

  private static final Pattern NAME =
      Pattern.compile("[^\\p{C}\\p{Z}]([^\\p{C}]{0,98}[^\\p{C}\\p{Z}])?");

  @Inject private Users users;
  @Inject private PasswordPolicy policy;

  /** A field and the key of its words. */
  record Problem(String field, String key) {}

  List<Problem> problems(String username, String password) {
    var problems = new ArrayList<Problem>();
    if (!NAME.matcher(username).matches()) {
      problems.add(new Problem("username", "setup.username.wrong"));
    } else if (users.findByName(username).isPresent()) {
      problems.add(new Problem("username", "setup.username.taken"));
    }
    policy
        .weaknesses(password, username)
        .forEach(weakness -> problems.add(new Problem("password", weakness.key())));
    return problems;
  }
}
