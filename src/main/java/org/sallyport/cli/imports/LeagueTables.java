package org.sallyport.cli.imports;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sallyport.cli.terminal.CommandFailure;

/** The tables of League's bundle, and Ibexa's people. */
final class LeagueTables {

  private static final Map<String, String> CLIENT =
      Map.of(
          "identifier", "identifier",
          "name", "name",
          "secret", "secret",
          "redirect_uris", "redirect_uris",
          "grants", "grants",
          "scopes", "scopes",
          "active", "active",
          "allow_plain_text_pkce", "allow_plain_text_pkce");
  private static final Map<String, String> COUNT = Map.of("client", "client", "living", "living");
  private static final Map<String, String> USER =
      Map.of(
          "contentobject_id", "id",
          "login", "login",
          "email", "email",
          "password_hash", "password_hash",
          "password_hash_type", "password_hash_type");

  private static final Map<String, String> SETTING =
      Map.of("user_id", "id", "is_enabled", "enabled");

  private final Connection connection;
  private final String prefix;

  LeagueTables(Connection connection, String prefix) {
    this.connection = connection;
    this.prefix = prefix;
  }

  /** Each with how many people have to log in once more, as their tokens are encrypted. */
  List<JsonObject> clients() throws SQLException {
    var living = living();
    var query = "SELECT * FROM %sclient ORDER BY identifier".formatted(prefix);
    var clients = new ArrayList<JsonObject>();
    for (var client : OldDatabase.read(connection, query, CLIENT)) {
      var count = living.getOrDefault(client.getString("identifier"), 0L);
      clients.add(
          Json.createObjectBuilder(client).add("refresh_tokens", String.valueOf(count)).build());
    }
    return clients;
  }

  private Map<String, Long> living() throws SQLException {
    var query =
        "SELECT a.client AS client, COUNT(*) AS living FROM %1$srefresh_token r"
            + " JOIN %1$saccess_token a ON r.access_token = a.identifier"
            + " WHERE r.revoked = FALSE AND r.expiry > CURRENT_TIMESTAMP GROUP BY a.client";
    var living = new HashMap<String, Long>();
    for (var row : OldDatabase.read(connection, query.formatted(prefix), COUNT)) {
      living.put(row.getString("client"), Long.valueOf(row.getString("living")));
    }
    return living;
  }

  List<JsonObject> users() throws SQLException {
    for (var table : List.of("ibexa_user", "ezuser")) {
      if (OldDatabase.has(connection, table)) {
        return users(table);
      }
    }
    throw CommandFailure.failed(
        "There is neither a table ibexa_user nor ezuser to take people of.");
  }

  private List<JsonObject> users(String table) throws SQLException {
    var disabled = disabled(table + "_setting");
    var query = "SELECT * FROM %s ORDER BY login".formatted(table);
    var users = new ArrayList<JsonObject>();
    for (var user : OldDatabase.read(connection, query, USER)) {
      var off = disabled.contains(user.getString("id"));
      users.add(
          Json.createObjectBuilder(user).remove("id").add("enabled", String.valueOf(!off)).build());
    }
    return users;
  }

  private Set<String> disabled(String table) throws SQLException {
    var disabled = new HashSet<String>();
    if (OldDatabase.has(connection, table)) {
      for (var row : OldDatabase.read(connection, "SELECT * FROM " + table, SETTING)) {
        if (Set.of("0", "false").contains(row.getString("enabled", ""))) {
          disabled.add(row.getString("id"));
        }
      }
    }
    return disabled;
  }
}
