package org.sallyport.user.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.config.SqlStoreSettings;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.user.store.StoreAwayException;

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

  @Test
  void S20_whoFindsAllConnectionsInUseIsToldToTryAgainAndTheDatabaseIsNotAway() {
    var settings =
        new SqlStoreSettings(
            "jdbc:h2:mem:", "sa", "", 1, "", "", "", "", "", false, Duration.ofMillis(250));
    var database = new SqlDatabase("cms", settings);
    var query = NamedQuery.of("SELECT :id");
    var second =
        new HashMap<String, String>() {
          private static final long serialVersionUID = 1L;

          @Override
          public String get(Object key) {
            // Asked while the only connection is in use.
            return database.rows(query, Map.of("id", "7")).toString();
          }
        };

    var refused = catchThrowableOfType(OAuthException.class, () -> database.rows(query, second));

    assertThat(refused.error()).isEqualTo(OAuthError.TEMPORARILY_UNAVAILABLE);
    assertThat(StoreAwayException.isBehind(refused)).isFalse();
    assertThat(database.rows(query, Map.of("id", "7"))).hasSize(1);
    database.close();
  }
}
