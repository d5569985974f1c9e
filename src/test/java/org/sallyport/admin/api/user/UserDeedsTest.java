package org.sallyport.admin.api.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sallyport.admin.api.RowLock;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.user.ResetLink;
import org.sallyport.admin.user.UserAdministration;
import org.sallyport.admin.user.UserForm;
import org.sallyport.store.OneTransaction;
import org.sallyport.testing.Injection;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.PasswordPolicy;
import org.sallyport.user.User;
import org.sallyport.user.UserRegistry.Outcome;
import org.sallyport.user.Users;

class UserDeedsTest {

  private final User carol = new User("carol", "hash", Instant.EPOCH);
  private final List<String> done = new ArrayList<>();
  private int begun;
  private int open;

  private final OneTransaction transaction =
      new OneTransaction() {
        @Override
        public <T> T of(Supplier<T> steps) {
          begun++;
          open++;
          try {
            return steps.get();
          } finally {
            open--;
          }
        }
      };

  private final UserAdministration administration =
      new UserAdministration() {
        @Override
        public Optional<String> nameFailure(String name, String id) {
          return Optional.empty();
        }

        @Override
        public Optional<User> add(UserForm form, String hash, String administratorId) {
          note("added");
          return Optional.of(carol);
        }

        @Override
        public ResetLink resetLink(User user, String administratorId) {
          note("link");
          return new ResetLink("https://id.example/", Instant.EPOCH);
        }

        @Override
        public Outcome disable(User user, String administratorId) {
          return note("disabled");
        }

        @Override
        public Outcome remove(User user, String administratorId) {
          return note("removed");
        }
      };

  private final Users users =
      new Users() {
        @Override
        public Optional<User> lock(String id) {
          note("locked");
          return Optional.of(carol);
        }
      };

  private final UserDeeds deeds =
      Injection.into(
          new UserDeeds(),
          users,
          administration,
          new PasswordPolicy() {},
          new PasswordHasher(),
          transaction,
          Injection.into(new RowLock(), transaction));

  private Outcome note(String what) {
    assertThat(open).isPositive();
    done.add(what);
    return Outcome.DONE;
  }

  @Test
  void whatIsKnownIsComparedWhereNobodyComesBetween() {
    var off = new UserSettings("carol", false, false);
    deeds.change(carol, off, "admin", view -> note("compared " + view.settings().username()));
    deeds.remove(carol, "admin", view -> note("compared again"));

    assertThat(done)
        .containsExactly(
            "locked", "compared carol", "disabled", "locked", "compared again", "removed");
  }

  @Test
  void whoWasChangedMeanwhileIsNeitherSwitchedOffNorRemoved() {
    var off = new UserSettings("carol", false, false);
    assertThatThrownBy(() -> deeds.change(carol, off, "admin", UserDeedsTest::refuse))
        .isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> deeds.remove(carol, "admin", UserDeedsTest::refuse))
        .isInstanceOf(ApiProblem.class);

    assertThat(done).containsExactly("locked", "locked");
  }

  private static void refuse(UserView view) {
    throw ApiError.STALE.because(view.id());
  }

  @Test
  void nobodyIsAddedWithoutTheLinkToSignInBy() {
    var wanted = new UserView.Wanted("carol", Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(deeds.add(wanted, "admin").resetLink()).isPresent();
    assertThat(done).containsExactly("added", "link");
    assertThat(begun).isEqualTo(1);
  }
}
