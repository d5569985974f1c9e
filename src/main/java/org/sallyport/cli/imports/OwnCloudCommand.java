package org.sallyport.cli.imports;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sallyport.cli.remote.ServerOptions;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sallyport import owncloud}. */
@Command(
    name = "owncloud",
    description = {
      "Imports ownCloud's clients, living refresh tokens and, with --users, people.",
      "A refresh token works once more and then is one of ours; codes and access tokens stay."
    })
final class OwnCloudCommand implements Runnable {

  private static final String NOT_MOVED =
      "Codes and access tokens are not moved: they would end within an hour.";

  @Mixin private OldDatabase database;
  @Mixin private ImportOptions options;
  @Mixin private ServerOptions server;
  @Mixin private Answer answer;

  @Option(
      names = "--table-prefix",
      paramLabel = "PREFIX",
      converter = TablePrefix.class,
      description =
          "How its tables' names begin; without it oc_, or nothing where those are not there.")
  private Optional<String> prefix;

  @Option(
      names = "--known-clients",
      description = "ownCloud's own applications for desktop, Android and iOS.")
  private boolean knownClients;

  @Option(
      names = "--public",
      paramLabel = "ID",
      description = "A client that shows no secret, by its identifier.")
  private List<String> publicClients = List.of();

  @Option(
      names = "--people-of",
      paramLabel = "STORE",
      description =
          "A user store here that keeps the same people by the same names, such as the directory."
              + " Without it only people whom an import has made keep their connections.")
  private Optional<String> store = Optional.empty();

  @Override
  public void run() {
    if (!database.isNamed() && !knownClients) {
      throw CommandFailure.usage("Name a database by --jdbc-url, or say --known-clients.");
    }
    var api = server.writing();
    var report =
        new ImportRun(batch -> api.post("/imports/owncloud", named(batch)), options).send(read());
    var lines = new ArrayList<>(report.lines());
    lines.add(NOT_MOVED);
    answer.show(report.json(options.dryRun(), NOT_MOVED), lines);
  }

  private JsonObject named(JsonObject batch) {
    return store
        .map(name -> Json.createObjectBuilder(batch).add("store", name).build())
        .orElse(batch);
  }

  private OldTables read() {
    var clients = new ArrayList<JsonObject>();
    if (knownClients) {
      clients.addAll(OwnCloudTables.knownClients());
    }
    if (!database.isNamed()) {
      return new OldTables(clients, List.of(), List.of());
    }
    try (var connection = database.connect()) {
      var tables = OwnCloudTables.of(connection, prefix);
      tables.clients().stream().map(this::marked).forEach(clients::add);
      var users = options.isWithUsers() ? tables.users() : List.<JsonObject>of();
      return new OldTables(clients, users, tables.tokens());
    } catch (SQLException e) {
      throw OldDatabase.unreadable(e);
    }
  }

  private JsonObject marked(JsonObject client) {
    var isPublic = publicClients.contains(client.getString("identifier", ""));
    return isPublic ? Json.createObjectBuilder(client).add("public", "true").build() : client;
  }
}
