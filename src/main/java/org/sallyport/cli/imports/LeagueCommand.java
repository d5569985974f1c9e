package org.sallyport.cli.imports;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.cli.remote.ServerOptions;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sallyport import league}. */
@Command(
    name = "league",
    description = {
      "Imports clients of League's bundle and, with --users, people of Ibexa.",
      "Its refresh tokens are encrypted: people log in once more, and the report says how many."
    })
final class LeagueCommand implements Runnable {

  private static final String NOT_MOVED =
      "Codes and tokens are not moved: League has encrypted its refresh tokens, and the others end"
          + " by themselves.";

  @Mixin private OldDatabase database;
  @Mixin private ImportOptions options;
  @Mixin private ServerOptions server;
  @Mixin private Answer answer;

  @Option(
      names = "--table-prefix",
      paramLabel = "PREFIX",
      defaultValue = "oauth2_",
      converter = TablePrefix.class,
      description = "How its tables' names begin: ${DEFAULT-VALUE}.")
  private String prefix;

  @Override
  public void run() {
    if (!database.isNamed()) {
      throw CommandFailure.usage("Name a database by --jdbc-url.");
    }
    var api = server.writing();
    var report = new ImportRun(batch -> api.post("/imports/league", batch), options).send(read());
    var lines = new ArrayList<>(report.lines());
    lines.add(NOT_MOVED);
    answer.show(report.json(options.dryRun(), NOT_MOVED), lines);
  }

  private OldTables read() {
    try (var connection = database.connect()) {
      var tables = new LeagueTables(connection, prefix);
      var users = options.isWithUsers() ? tables.users() : List.<JsonObject>of();
      return new OldTables(tables.clients(), users, List.of());
    } catch (SQLException e) {
      throw OldDatabase.unreadable(e);
    }
  }
}
