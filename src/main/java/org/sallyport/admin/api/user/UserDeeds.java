package org.sallyport.admin.api.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.sallyport.admin.api.RowLock;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.api.problem.ApiProblem.Wrong;
import org.sallyport.admin.user.ResetLink;
import org.sallyport.admin.user.UserAdministration;
import org.sallyport.admin.user.UserForm;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.PasswordPolicy;
import org.sallyport.user.User;
import org.sallyport.user.UserRegistry.Outcome;
import org.sallyport.user.Users;
import org.sallyport.web.page.Failure;

/** What the API does to people, by the rules and services of the pages. */
@ApplicationScoped
public class UserDeeds {

  @Inject private Users users;
  @Inject private UserAdministration administration;
  @Inject private PasswordPolicy policy;
  @Inject private PasswordHasher hasher;
  @Inject private OneTransaction transaction;
  @Inject private RowLock lock;

  UserView.Made add(UserView.Wanted wanted, String by) {
    var form = form(wanted.username(), wanted.administrator().orElse(false));
    form.setAccess(wanted.password().isPresent() ? "password" : "link");
    form.setMustChange(wanted.mustChangePassword().orElse(true));
    check(wanted, form);
    var hash = wanted.password().map(hasher::hash);
    return Conflicts.retry(() -> transaction.of(() -> added(form, hash, by)));
  }

  /** Nobody is added without a way to sign in. */
  private UserView.Made added(UserForm form, Optional<String> hash, String by) {
    var user = administration.add(form, hash.orElse(null), by).orElseThrow(UserDeeds::taken);
    var link = hash.isPresent() ? null : link(administration.resetLink(user, by));
    return new UserView.Made(UserView.of(user), Optional.ofNullable(link));
  }

  private static UserForm form(String username, Boolean administrator) {
    var form = new UserForm();
    form.setUsername(username);
    form.setAdministrator(administrator);
    return form;
  }

  private void check(UserView.Wanted wanted, UserForm form) {
    var wrong = new ArrayList<Wrong>();
    administration
        .nameFailure(form.name(), null)
        .ifPresent(key -> wrong.add(new Wrong("username", words(key))));
    wanted
        .password()
        .ifPresent(
            text ->
                policy
                    .weaknesses(text, form.name())
                    .forEach(
                        weak ->
                            wrong.add(
                                new Wrong("password", words(weak.key(), policy.shortest())))));
    if (!wrong.isEmpty()) {
      throw ApiProblem.of(wrong);
    }
  }

  private static String words(String key, Object... arguments) {
    return Failure.of("", key, arguments).text();
  }

  private static ApiProblem taken() {
    return ApiProblem.of("username", words("user.name.taken"));
  }

  /** Changes what is another; all of it, or nothing, where the person still is as it is known. */
  void change(User user, UserSettings after, String by, Consumer<UserView> known) {
    var before = UserSettings.of(user);
    var form = form(after.username(), after.administrator());
    var isEdited =
        !form.name().equals(before.username()) || after.administrator() != before.administrator();
    if (isEdited && user.isOutside()) {
      throw ApiError.CONFLICT.because(words("user.outside"));
    } else if (isEdited) {
      administration
          .nameFailure(form.name(), user.id())
          .ifPresent(
              key -> {
                throw ApiProblem.of("username", words(key));
              });
    }
    lock.change(
        () -> users.lock(user.id()).map(UserView::of),
        known,
        () -> {
          if (isEdited) {
            var edited = administration.edit(user, user.version(), form, by);
            require(edited.orElseThrow(UserDeeds::taken));
          }
          switchTo(user, before, after, by);
        });
  }

  private void switchTo(User user, UserSettings before, UserSettings after, String by) {
    if (after.active() && !before.active()) {
      administration.enable(user, by);
    } else if (!after.active() && before.active()) {
      require(administration.disable(user, by));
    }
  }

  private static void require(Outcome outcome) {
    switch (outcome) {
      case LAST_ADMINISTRATOR -> throw ApiError.CONFLICT.because(words("user.last"));
      case STALE -> throw ApiProblem.stale();
      default -> {
        // done, or nothing was to do
      }
    }
  }

  void remove(User user, String by, Consumer<UserView> known) {
    lock.change(
        () -> users.lock(user.id()).map(UserView::of),
        known,
        () -> require(administration.remove(user, by)));
  }

  UserView.Link resetLink(User user, String by) {
    if (user.isOutside() || !user.isActive()) {
      throw ApiError.CONFLICT.because(
          words(user.isOutside() ? "user.outside" : "user.reset.disabled"));
    }
    return link(administration.resetLink(user, by));
  }

  private static UserView.Link link(ResetLink made) {
    return new UserView.Link(made.address(), made.expiresAt());
  }

  void endAccess(User user, String by) {
    Conflicts.retry(
        () ->
            transaction.of(
                () -> {
                  administration.endSessions(user, by);
                  return administration.revokeAll(user, by);
                }));
  }

  void unlock(User user, String by) {
    administration.unlock(user, by);
  }
}
