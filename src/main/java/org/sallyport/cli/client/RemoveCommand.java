package org.sallyport.cli.client;

import jakarta.json.Json;
import java.util.List;
import org.sallyport.cli.remote.AdminApi;
import org.sallyport.cli.remote.ServerOptions;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.Prompt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sallyport client remove}. */
@Command(
    name = "remove",
    description =
        "Removes a client with all that it was given: secrets, consents, codes and tokens.")
final class RemoveCommand implements Runnable {

  @Mixin private ServerOptions server;
  @Mixin private Answer answer;
  @Mixin private Prompt prompt;

  @Parameters(paramLabel = "ID", description = "Its client_id.")
  private String id;

  @Override
  public void run() {
    var api = server.writing();
    var path = "/clients/" + AdminApi.segment(id);
    var client = api.find(path);
    var choice = Json.createObjectBuilder().add("client", id).add("dry_run", true);
    var grants = api.post("/revocations", choice.build()).getInt("grants");
    prompt.confirm(
        "Connections of people that would end with %s for good: %d. Remove it?"
            .formatted(client.json().getString("client_name"), grants));
    api.delete(path, client.tag());
    answer.show(
        Json.createObjectBuilder().add("client_id", id).add("ended_grants", grants).build(),
        List.of("Removed %s. Connections that have ended: %d".formatted(id, grants)));
  }
}
