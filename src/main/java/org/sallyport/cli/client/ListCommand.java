package org.sallyport.cli.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import org.sallyport.cli.remote.AdminApi;
import org.sallyport.cli.remote.ServerOptions;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.CommandFailure;
import org.sallyport.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sallyport client list}. */
@Command(name = "list", description = "Lists clients; of several filters all must fit.")
final class ListCommand implements Runnable {

  @Mixin private ServerOptions server;
  @Mixin private Answer answer;

  @Option(
      names = "--columns",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "client_id,client_name,type,active,redirect_uris",
      description =
          "Members to show, with commas between them; unless said otherwise ${DEFAULT-VALUE}.")
  private List<String> columns;

  @Option(names = "--query", paramLabel = "TEXT", description = "Part of the name or id.")
  private Optional<String> query;

  @Option(names = "--redirect-uri", paramLabel = "URI", description = "Has this redirect URI.")
  private Optional<String> redirect;

  @Option(names = "--grant-type", paramLabel = "NAME", description = "May use this grant.")
  private Optional<String> grant;

  @Option(names = "--scope", paramLabel = "NAME", description = "May ask for this scope.")
  private Optional<String> scope;

  @Override
  public void run() {
    var path = "/clients" + query.map(text -> "?query=" + AdminApi.encode(text)).orElse("");
    var found = server.reading().list(path).stream().filter(this::fits).toList();
    found.stream().findFirst().ifPresent(this::requireColumns);
    answer.show(Json.createArrayBuilder(found).build(), Table.of(columns, found));
  }

  private void requireColumns(JsonObject client) {
    for (var column : columns) {
      if (!client.containsKey(column)) {
        throw CommandFailure.usage(
            "--columns: a client has no %s; it has %s."
                .formatted(column, String.join(", ", client.keySet())));
      }
    }
  }

  private boolean fits(JsonObject client) {
    return has(client, "redirect_uris", redirect)
        && has(client, "grant_types", grant)
        && has(client, "scopes", scope);
  }

  private static boolean has(JsonObject client, String member, Optional<String> wanted) {
    var words = client.getJsonArray(member).getValuesAs(JsonString::getString);
    return wanted.isEmpty() || words.contains(wanted.get());
  }
}
