package org.sallyport.cli.imports;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.UnaryOperator;

/** Sends what was read, in an order in which each row finds what it needs. */
final class ImportRun {

  private final UnaryOperator<JsonObject> server;
  private final ImportOptions options;
  private final ImportReport report = new ImportReport();

  ImportRun(UnaryOperator<JsonObject> server, ImportOptions options) {
    this.server = server;
    this.options = options;
  }

  ImportReport send(OldTables tables) {
    send("users", tables.users());
    send("clients", tables.clients());
    send("refresh_tokens", tables.tokens().stream().map(this::planned).toList());
    return report;
  }

  /** Where nothing was written, the server is told what would be there by now. */
  private JsonObject planned(JsonObject token) {
    if (!options.isDry()) {
      return token;
    }
    var client = report.has("client", token.getString("client", ""));
    var user = report.has("user", token.getString("user_id", ""));
    return Json.createObjectBuilder(token)
        .add("planned_client", String.valueOf(client))
        .add("planned_user", String.valueOf(user))
        .build();
  }

  private void send(String kind, List<JsonObject> rows) {
    for (var portion : Batches.of(rows)) {
      var array = Json.createArrayBuilder();
      portion.forEach(array::add);
      report.add(server.apply(options.batch().add(kind, array).build()));
    }
  }
}
