package org.sallyport.user.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlDatabaseTest {

  @ParameterizedTest
  @ValueSource(ints = {1267, 1270, 1271, 1300, 1366, 1977})
  void aLetterThatMariaDbCannotCompareIsOnlyARefusedValue(int code) {
    assertThat(SqlDatabase.isRefusedValue(new SQLException("", "HY000", code))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1030, 1205, 1290, 3024})
  void whatElseMariaDbCannotDoSaysNothingOfAPerson(int code) {
    assertThat(SqlDatabase.isRefusedValue(new SQLException("", "HY000", code))).isFalse();
  }

  @Test
  void aValueOfTheWrongKindIsRefusedEverywhere() {
    assertThat(SqlDatabase.isRefusedValue(new SQLException("", "22P02"))).isTrue();
    assertThat(SqlDatabase.isRefusedValue(new SQLException("", "08006"))).isFalse();
    assertThat(SqlDatabase.isRefusedValue(new SQLException())).isFalse();
  }
}
