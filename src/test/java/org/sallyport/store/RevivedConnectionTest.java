package org.sallyport.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevivedConnectionTest {

  @TempDir private Path folder;

  private Connection open() throws SQLException {
    return RevivedConnection.to(
        new DatabaseSettings("jdbc:h2:file:" + folder.resolve("database"), "", ""));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aConnectionThatTheDatabaseHasJustEndedIsReplacedAtItsNextUse() throws SQLException {
    try (var connection = open()) {
      run(connection, "SHUTDOWN");

      run(connection, "SELECT 1");

      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }
  }

  @Test
  void aReplacedConnectionIsInATransactionAsTheOneBefore() throws SQLException {
    try (var connection = open()) {
      connection.setAutoCommit(false);
      run(connection, "SHUTDOWN");
      assertThatThrownBy(connection::rollback).isInstanceOf(SQLException.class);

      run(connection, "SELECT 1");

      assertThat(connection.getAutoCommit()).isFalse();
    }
  }

  @Test
  void aTransactionThatHasBegunIsNotContinuedOnAnotherConnection() throws SQLException {
    try (var connection = open()) {
      connection.setAutoCommit(false);
      run(connection, "SELECT 1");
      run(connection, "SHUTDOWN");

      assertThatThrownBy(() -> run(connection, "SELECT 1")).isInstanceOf(SQLException.class);
    }
  }
}
