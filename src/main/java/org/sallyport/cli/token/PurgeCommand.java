package org.sallyport.cli.token;

import jakarta.json.Json;
import org.sallyport.cli.remote.ServerOptions;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sallyport tokens purge}. */
@Command(
    name = "purge",
    description = {
      "Deletes now what has expired, as a server does by itself each minute.",
      "Without an option all three kinds; nothing that is alive is touched."
    })
final class PurgeCommand implements Runnable {

  @Mixin private ServerOptions server;
  @Mixin private Answer answer;

  @Option(
      names = {"-a", "--access-tokens"},
      description = "Expired access tokens.")
  private boolean access;

  @Option(
      names = {"-r", "--refresh-tokens"},
      description = "Expired refresh tokens.")
  private boolean refresh;

  @Option(
      names = {"-c", "--codes"},
      description = "Expired codes.")
  private boolean codes;

  @Override
  public void run() {
    var all = !access && !refresh && !codes;
    var body =
        Json.createObjectBuilder()
            .add("access_tokens", access || all)
            .add("refresh_tokens", refresh || all)
            .add("codes", codes || all)
            .build();
    var counts = server.writing().post("/purge", body);
    answer.show(counts, Table.of(counts));
  }
}
