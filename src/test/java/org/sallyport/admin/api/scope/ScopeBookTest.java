package org.sallyport.admin.api.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.admin.api.RowLock;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.scope.ScopeAdministration;
import org.sallyport.client.Scope;
import org.sallyport.client.ScopeRegistry;
import org.sallyport.store.OneTransaction;
import org.sallyport.testing.Injection;

class ScopeBookTest {

  private final Scope scope = new Scope("read", "Read");
  private final List<String> done = new ArrayList<>();

  private final ScopeRegistry registry =
      new ScopeRegistry() {
        @Override
        public Optional<Scope> lock(String name) {
          done.add("locked");
          return Optional.of(scope);
        }

        @Override
        public Map<String, Long> uses() {
          return Map.of();
        }
      };

  private final ScopeAdministration administration =
      new ScopeAdministration() {
        @Override
        public boolean remove(String name, String administratorId) {
          return done.add("removed");
        }
      };

  private final ScopeBook scopes =
      Injection.into(
          new ScopeBook(),
          registry,
          administration,
          Injection.into(new RowLock(), new OneTransaction()));

  @Test
  void aScopeIsComparedUnderTheLockThatItIsRemovedBy() {
    scopes.remove(scope, "admin", view -> done.add("compared " + view.name()));

    assertThat(done).containsExactly("locked", "compared read", "removed");
  }

  @Test
  void aScopeThatWasChangedMeanwhileStays() {
    assertThatThrownBy(() -> scopes.remove(scope, "admin", ScopeBookTest::refuse))
        .isInstanceOf(ApiProblem.class);

    assertThat(done).containsExactly("locked");
  }

  private static void refuse(ScopeSettings.View view) {
    throw ApiError.STALE.because(view.name());
  }
}
