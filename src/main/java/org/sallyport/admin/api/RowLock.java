package org.sallyport.admin.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;

/** Changes what still is as the caller knows it, RFC 9110 §13.1.1: nobody comes between. */
@ApplicationScoped
public class RowLock {

  @Inject private OneTransaction transaction;

  /**
   * Locks a row, compares it with what the caller knows, and does the steps, in one transaction.
   *
   * @throws ApiProblem when the row is gone, or the comparison says so
   */
  public <T> void change(Supplier<Optional<T>> locked, Consumer<T> known, Runnable steps) {
    Conflicts.retry(
        () ->
            transaction.of(
                () -> {
                  known.accept(locked.get().orElseThrow(RowLock::gone));
                  steps.run();
                  return null;
                }));
  }

  private static ApiProblem gone() {
    return ApiError.MISSING.because("somebody else has removed it");
  }
}
