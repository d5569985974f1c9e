package org.sallyport.cli.token;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.sallyport.cli.remote.AdminApi;
import org.sallyport.cli.remote.ServerOptions;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.CommandFailure;
import org.sallyport.cli.terminal.Prompt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sallyport tokens revoke}. */
@Command(
    name = "revoke",
    description = {
      "Ends what people allowed, with its codes, access and refresh tokens; it counts first.",
      "Of --user, --client and --before all that are said must fit."
    })
final class RevokeCommand implements Runnable {

  @Mixin private ServerOptions server;
  @Mixin private Answer answer;
  @Mixin private Prompt prompt;

  @Option(names = "--user", paramLabel = "ID", description = "Of this person, by id or name.")
  private Optional<String> user;

  @Option(names = "--client", paramLabel = "ID", description = "Of this client, by client_id.")
  private Optional<String> client;

  @Option(
      names = "--before",
      paramLabel = "TIME",
      description = "Given before this day or time (ISO 8601, such as 2026-01-31).")
  private Optional<String> before;

  @Option(names = "--grant", paramLabel = "ID", description = "This one and no other.")
  private Optional<String> grant;

  @Option(names = "--dry-run", description = "Counts only, and ends nothing.")
  private boolean dryRun;

  @Override
  public void run() {
    if (grant.isPresent() == (user.isPresent() || client.isPresent() || before.isPresent())) {
      throw CommandFailure.usage("Say --grant alone, or --user, --client, --before.");
    }
    var api = server.writing();
    if (grant.isPresent()) {
      revoke(api, grant.get());
    } else {
      revokeAll(api);
    }
  }

  private void revoke(AdminApi api, String id) {
    var path = "/grants/" + AdminApi.segment(id);
    var found = api.list("/grants?id=" + AdminApi.encode(id));
    if (found.isEmpty()) {
      throw CommandFailure.failed("There is no such grant.");
    }
    if (!dryRun) {
      prompt.confirm(
          "Revoke what %s allowed %s?"
              .formatted(
                  found.get(0).getString("username", "somebody"),
                  found.get(0).getString("client_id")));
      api.delete(path, "*");
    }
    show(Json.createObjectBuilder().add("grants", 1).add("dry_run", dryRun).build());
  }

  private void revokeAll(AdminApi api) {
    var counts = api.post("/revocations", body(JsonValue.TRUE));
    if (!dryRun) {
      prompt.confirm(
          "Grants that would end for good: %d. Revoke them?".formatted(counts.getInt("grants")));
      counts = api.post("/revocations", body(JsonValue.FALSE));
    }
    show(counts);
  }

  private void show(JsonObject counts) {
    var said = dryRun ? "Grants that would end: %d" : "Grants that have ended: %d";
    answer.show(counts, List.of(said.formatted(counts.getInt("grants"))));
  }

  private JsonObject body(JsonValue onlyCount) {
    var parts = new LinkedHashMap<String, Optional<String>>();
    parts.put("user", user);
    parts.put("client", client);
    parts.put("before", before.map(RevokeCommand::moment));
    var body = Json.createObjectBuilder().add("dry_run", onlyCount);
    parts.forEach((name, value) -> value.ifPresent(text -> body.add(name, text)));
    return body.build();
  }

  /** A day begins at midnight UTC. */
  private static String moment(String text) {
    return text.matches("\\d{4}-\\d\\d-\\d\\d") ? text + "T00:00:00Z" : text;
  }
}
