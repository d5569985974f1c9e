package org.sallyport.cli.imports;

import jakarta.json.JsonObject;
import java.util.List;

/** What was read of another system, as the server takes it. */
record OldTables(List<JsonObject> clients, List<JsonObject> users, List<JsonObject> tokens) {

  /** Without any row, as rows hold credentials. */
  @Override
  public String toString() {
    return "OldTables[%d, %d, %d]".formatted(clients.size(), users.size(), tokens.size());
  }
}
