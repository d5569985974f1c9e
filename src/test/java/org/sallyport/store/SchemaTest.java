package org.sallyport.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.testing.SettableClock;

class SchemaTest {

  private static final String LOCKS = "SELECT COUNT(*) FROM DATABASECHANGELOGLOCK WHERE LOCKED";

  private final JdbcDataSource source = inMemory();
  private final Schema schema = new Schema(source, new SettableClock());

  private static JdbcDataSource inMemory() {
    var source = new JdbcDataSource();
    source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return source;
  }

  private void run(String sql) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private int number(String sql) throws SQLException {
    try (var connection = source.getConnection();
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void aDatabaseWithAllChangesIsLeftAlone() throws SQLException {
    schema.bring("update");
    run("UPDATE DATABASECHANGELOGLOCK SET LOCKED = TRUE, LOCKGRANTED = CURRENT_TIMESTAMP");

    schema.bring("update");
    schema.bring("validate");

    assertThat(number(LOCKS)).as("whoever migrates releases it").isOne();
  }

  @Test
  void whatLacksTheLastChangeIsRefusedWhereNothingMayBeMade() throws SQLException {
    schema.bring("update");
    run(
        "DELETE FROM DATABASECHANGELOG WHERE ORDEREXECUTED ="
            + " (SELECT MAX(ORDEREXECUTED) FROM DATABASECHANGELOG)");

    assertThatThrownBy(() -> schema.bring("validate"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("lacks 1 changes");
  }

  @Test
  void aMarkOfAnotherVersionIsNotOurs() throws SQLException {
    schema.bring("update");
    run("UPDATE DATABASECHANGELOG SET TAG = 'another' WHERE TAG IS NOT NULL");
    run("UPDATE DATABASECHANGELOGLOCK SET LOCKED = TRUE, LOCKGRANTED = CURRENT_TIMESTAMP");

    schema.bring("update");

    assertThat(number(LOCKS)).isZero();
    assertThat(number("SELECT COUNT(*) FROM DATABASECHANGELOG WHERE TAG = 'another'")).isZero();
  }

  @Test
  void theMarkIsOfEveryFileOfChanges() throws IOException {
    try (var files = Files.walk(Path.of("liquibase"))) {
      var all = files.filter(Files::isRegularFile).map(file -> file.toString().replace('\\', '/'));
      assertThat(AppliedChanges.files()).containsExactlyInAnyOrderElementsOf(all.toList());
    }
  }
}
