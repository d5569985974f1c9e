package org.sallyport.cli.imports;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** ownCloud's tables: its oauth2 app's, and its people with the state of their accounts. */
final class OwnCloudTables {

  private static final String USUAL = "oc_";
  private static final String CLIENTS = "oauth2_clients";

  private static final Map<String, String> CLIENT =
      Map.of(
          "identifier", "identifier",
          "secret", "secret",
          "redirect_uri", "redirect_uri",
          "name", "name",
          "allow_subdomains", "allow_subdomains",
          "trusted", "trusted");
  private static final Map<String, String> USER =
      Map.of("uid", "uid", "displayname", "displayname", "password", "password");
  private static final Map<String, String> TOKEN =
      Map.of("token", "token", "client", "client", "user_id", "user_id");

  private static final Map<String, String> ACCOUNT =
      Map.of("user_id", "user_id", "email", "email", "state", "state");

  /** As a number that no driver takes for a truth. */
  private static final String STATE = "CAST(state AS DECIMAL(4)) AS state";

  private static final int ENABLED = 1;

  private final Connection connection;
  private final String prefix;

  private OwnCloudTables(Connection connection, String prefix) {
    this.connection = connection;
    this.prefix = prefix;
  }

  /** The tables whose names begin as is said, or else as they do here. */
  static OwnCloudTables of(Connection connection, Optional<String> prefix) throws SQLException {
    var isBare =
        prefix.isEmpty()
            && !OldDatabase.has(connection, USUAL + CLIENTS)
            && OldDatabase.has(connection, CLIENTS);
    return new OwnCloudTables(connection, isBare ? "" : prefix.orElse(USUAL));
  }

  /** The clients that come with ownCloud: the desktop, Android and iOS applications. */
  static List<JsonObject> knownClients() {
    try (var stream = OwnCloudTables.class.getResourceAsStream("owncloud-clients.json");
        var reader = Json.createReader(stream)) {
      return reader.readArray().getValuesAs(JsonObject.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonObject> clients() throws SQLException {
    var query = "SELECT * FROM %soauth2_clients ORDER BY identifier".formatted(prefix);
    return OldDatabase.read(connection, query, CLIENT);
  }

  List<JsonObject> tokens() throws SQLException {
    var query =
        "SELECT t.token AS token, c.identifier AS client, t.user_id AS user_id"
            + " FROM %1$soauth2_refresh_tokens t JOIN %1$soauth2_clients c ON c.id = t.client_id";
    return OldDatabase.read(connection, query.formatted(prefix), TOKEN);
  }

  List<JsonObject> users() throws SQLException {
    var query = "SELECT * FROM %susers ORDER BY uid".formatted(prefix);
    var accounts = accounts();
    var disabled = disabledBefore();
    var users = new ArrayList<JsonObject>();
    for (var user : OldDatabase.read(connection, query, USER)) {
      var account = accounts.getOrDefault(user.getString("uid"), JsonValue.EMPTY_JSON_OBJECT);
      var state = Integer.parseInt(account.getString("state", "0"));
      var isOff = state > ENABLED || disabled.contains(user.getString("uid"));
      var row = Json.createObjectBuilder(user).add("enabled", String.valueOf(!isOff));
      if (account.containsKey("email")) {
        row.add("email", account.getString("email"));
      }
      users.add(row.build());
    }
    return users;
  }

  /** ownCloud 10 has them beside the people: with 2, 3 and 4 as states of those who are off. */
  private Map<String, JsonObject> accounts() throws SQLException {
    var accounts = new HashMap<String, JsonObject>();
    if (OldDatabase.has(connection, prefix + "accounts")) {
      var query = "SELECT user_id, email, %s FROM %saccounts".formatted(STATE, prefix);
      for (var row : OldDatabase.read(connection, query, ACCOUNT)) {
        accounts.put(row.getString("user_id"), row);
      }
    }
    return accounts;
  }

  /** Those whom a preference switched off before ownCloud 10. */
  private Set<String> disabledBefore() throws SQLException {
    if (!OldDatabase.has(connection, prefix + "preferences")) {
      return Set.of();
    }
    var query =
        "SELECT userid FROM %spreferences WHERE appid = 'core' AND configkey = 'enabled'"
            + " AND configvalue LIKE 'false'";
    return OldDatabase.texts(connection, query.formatted(prefix));
  }
}
