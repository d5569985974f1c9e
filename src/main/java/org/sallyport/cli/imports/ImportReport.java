package org.sallyport.cli.imports;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The server's reports of all batches, as one. */
final class ImportReport {

  /** Skipped rows of one kind that are shown one by one; JSON has all. */
  private static final int MOST_SHOWN = 50;

  private static final Map<String, String> KINDS =
      Map.of(
          "scope", "scopes",
          "client", "clients",
          "user", "people",
          "refresh_token", "refresh tokens");

  private final List<JsonObject> rows = new ArrayList<>();
  private final Set<String> planned = new HashSet<>();

  void add(JsonObject answer) {
    for (var row : answer.getJsonArray("rows").getValuesAs(JsonObject.class)) {
      if (row.getString("kind").equals("scope") && has("scope", row.getString("name"))) {
        continue; // a dry run finds it missing each time
      }
      rows.add(row);
      if (!row.getString("outcome").equals("skipped")) {
        planned.add(row.getString("kind") + " " + row.getString("name"));
      }
    }
  }

  /** Whether a row of a kind and name was imported, would be, or is there. */
  boolean has(String kind, String name) {
    return planned.contains(kind + " " + name);
  }

  JsonObject json(JsonValue isDry, String remark) {
    var all = Json.createArrayBuilder();
    rows.forEach(all::add);
    return Json.createObjectBuilder()
        .add("dry_run", isDry)
        .add("imported", count("", "imported"))
        .add("already_there", count("", "already_there"))
        .add("skipped", count("", "skipped"))
        .add("not_moved", remark)
        .add("rows", all)
        .build();
  }

  private long count(String kind, String outcome) {
    return rows.stream()
        .filter(row -> kind.isEmpty() || row.getString("kind").equals(kind))
        .filter(row -> row.getString("outcome").equals(outcome))
        .count();
  }

  /** For people: each client with what to know of it, of the rest what was skipped, and counts. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    var shown = new LinkedHashMap<String, Integer>();
    for (var row : rows) {
      var kind = row.getString("kind");
      var isOfClients = Set.of("client", "scope").contains(kind);
      if (isOfClients || !row.getJsonArray("notes").isEmpty()) {
        if (shown.merge(kind, 1, Integer::sum) <= MOST_SHOWN || isOfClients) {
          addTo(lines, row);
        }
      } else {
        shown.putIfAbsent(kind, 0);
      }
    }
    shown.keySet().forEach(kind -> lines.add(total(kind)));
    return lines;
  }

  private String total(String kind) {
    return "%s: %d imported, %d already there, %d skipped"
        .formatted(
            KINDS.get(kind),
            count(kind, "imported"),
            count(kind, "already_there"),
            count(kind, "skipped"));
  }

  private static void addTo(List<String> lines, JsonObject row) {
    var client = row.getString("client_id", "");
    lines.add(
        "%s %s%s: %s"
            .formatted(
                row.getString("kind").replace('_', ' '),
                row.getString("name"),
                client.isEmpty() ? "" : " of " + client,
                row.getString("outcome").replace('_', ' ')));
    for (var note : row.getJsonArray("notes").getValuesAs(JsonString.class)) {
      lines.add("  " + note.getString());
    }
  }
}
