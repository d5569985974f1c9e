package org.sallyport.cli.database;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.LockServiceFactory;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.CommandFailure;
import org.sallyport.cli.terminal.Prompt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sallyport db unlock}: frees the lock of a migration that was killed. */
@Command(
    name = "unlock",
    description = {
      "Frees the lock that a killed start has left in the database.",
      "Make sure that no server is starting in this moment: two migrations at once spoil the"
          + " tables."
    })
final class UnlockCommand implements Runnable {

  @Mixin private DatabaseOptions options;
  @Mixin private Prompt prompt;
  @Mixin private Answer answer;

  @Override
  public void run() {
    try (var connection = options.connect()) {
      unlock(connection);
    } catch (SQLException | LiquibaseException e) {
      throw CommandFailure.failed(
          "The lock cannot be read or freed: " + DatabaseOptions.reason(e), e);
    }
  }

  private void unlock(Connection connection) throws LiquibaseException {
    var service =
        LockServiceFactory.getInstance().getLockService(Tables.of(new JdbcConnection(connection)));
    var locks = service.listLocks();
    if (locks.length == 0) {
      answer.show(json(Optional.empty()), List.of("The database is not locked."));
      return;
    }
    var held = holder(locks[0]);
    prompt.confirm(held + " Free it?");
    service.forceReleaseLock();
    answer.show(json(Optional.of(locks[0])), List.of(held, "It is free now."));
  }

  private static String holder(DatabaseChangeLogLock lock) {
    return "The lock is held by %s since %s."
        .formatted(lock.getLockedBy(), lock.getLockGranted().toInstant());
  }

  private static JsonObject json(Optional<DatabaseChangeLogLock> lock) {
    var json = Json.createObjectBuilder().add("freed", lock.isPresent());
    lock.ifPresent(
        held ->
            json.add("locked_by", held.getLockedBy())
                .add("locked_since", held.getLockGranted().toInstant().toString()));
    return json.build();
  }
}
