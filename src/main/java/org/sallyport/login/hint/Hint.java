package org.sallyport.login.hint;

import java.util.Optional;
import org.sallyport.login.Flow;
import org.sallyport.login.Login;
import org.sallyport.user.User;

/** The account that a request asks for, by its username or its {@code sub}. */
public final class Hint {

  private Hint() {}

  /** The account, where somebody else is here and nobody has answered for that yet. */
  public static Optional<String> unanswered(Flow flow, Login login) {
    return flow.hint()
        .filter(hint -> !names(hint, login.user()))
        .filter(hint -> !flow.isKeptBy(login.user().id()))
        // Whoever has just logged in for this very request has chosen: no loop where names differ.
        .filter(hint -> login.session().loggedInAt().isBefore(flow.startedAt()));
  }

  private static boolean names(String hint, User user) {
    return hint.equals(user.id()) || User.canonical(hint).equals(User.canonical(user.username()));
  }
}
