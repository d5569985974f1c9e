package org.sallyport.store;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** What the database decides between two transactions, told by the class of its SQL state. */
public final class Conflicts {

  private static final int TRIES = 4;
  private static final String INTEGRITY_CONSTRAINT_VIOLATION = "23";
  private static final String TRANSACTION_ROLLBACK = "40";

  /** PostgreSQL (also when both are made at once, by their row types), MariaDB and H2. */
  private static final List<String> TABLE_EXISTS = List.of("42P07", "42710", "42S01", "42101");

  private Conflicts() {}

  /** Runs a whole transaction, again after a serialization failure or a deadlock. */
  public static <T> T retry(Supplier<T> transaction) {
    for (var tries = 1; ; tries++) {
      try {
        return transaction.get();
      } catch (RuntimeException e) {
        if (tries == TRIES || !hasState(e, TRANSACTION_ROLLBACK)) {
          throw e;
        }
      }
    }
  }

  /** Runs a whole transaction, once more where another one added the same row meanwhile. */
  public static <T> T retryDuplicate(Supplier<T> transaction) {
    try {
      return retry(transaction);
    } catch (RuntimeException e) {
      if (!duplicate(e)) {
        throw e;
      }
      return retry(transaction);
    }
  }

  /** Whether a row could not be written because its like is there already. */
  public static boolean duplicate(Throwable thrown) {
    return hasState(thrown, INTEGRITY_CONSTRAINT_VIOLATION);
  }

  /** Whether a table could not be made because it is there already. */
  static boolean duplicateTable(Throwable thrown) {
    return TABLE_EXISTS.stream().anyMatch(state -> hasState(thrown, state));
  }

  private static boolean hasState(Throwable thrown, String stateClass) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().startsWith(stateClass)) {
        return true;
      }
    }
    return false;
  }
}
