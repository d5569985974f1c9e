package org.sallyport.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictsTest {

  private final AtomicInteger calls = new AtomicInteger();

  private Supplier<String> failing(int times, String state) {
    return () -> {
      if (calls.incrementAndGet() <= times) {
        throw new IllegalStateException("wrapped", new SQLException("no", state));
      }
      return "done";
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01"})
  void aDeadlockOrSerializationFailureIsTriedAgain(String state) {
    assertThat(Conflicts.retry(failing(3, state))).isEqualTo("done");
    assertThat(calls).hasValue(4);
  }

  @Test
  void itIsGivenUpAfterFourTries() {
    assertThatThrownBy(() -> Conflicts.retry(failing(4, "40001")))
        .hasRootCauseInstanceOf(SQLException.class);
    assertThat(calls).hasValue(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "23505", "42000", "57P01"})
  void anythingElseIsNotTriedAgain(String state) {
    assertThatThrownBy(() -> Conflicts.retry(failing(1, state)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(calls).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "23000"})
  void aDuplicateIsTriedOnceMore(String state) {
    assertThat(Conflicts.retryDuplicate(failing(1, state))).isEqualTo("done");
    calls.set(0);
    assertThatThrownBy(() -> Conflicts.retryDuplicate(failing(2, state)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFailureWithoutAStateIsNoConflict() {
    assertThat(Conflicts.duplicate(new SQLException("no state"))).isFalse();
    assertThat(Conflicts.duplicate(new IllegalStateException("no SQL"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"42P07", "42710", "42S01", "42101"})
  void aTableThatIsThereAlreadyIsKnown(String state) {
    assertThat(Conflicts.duplicateTable(new SQLException("exists", state))).isTrue();
    assertThat(Conflicts.duplicateTable(new SQLException("missing", "42P01"))).isFalse();
  }
}
