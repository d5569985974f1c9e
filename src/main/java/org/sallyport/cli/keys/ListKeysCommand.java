package org.sallyport.cli.keys;

import jakarta.json.Json;
import java.util.List;
import org.sallyport.cli.remote.ServerOptions;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sallyport keys list}. */
@Command(name = "list", description = "Lists the signing keys of a server, without what is secret.")
final class ListKeysCommand implements Runnable {

  private static final List<String> COLUMNS =
      List.of("kid", "algorithm", "state", "of_file", "signs_from", "retired_at", "remove_at");

  @Mixin private ServerOptions server;
  @Mixin private Answer answer;

  @Override
  public void run() {
    var keys = server.reading().list("/keys");
    answer.show(Json.createArrayBuilder(keys).build(), Table.of(COLUMNS, keys));
  }
}
