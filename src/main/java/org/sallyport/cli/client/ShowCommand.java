package org.sallyport.cli.client;

import org.sallyport.cli.remote.AdminApi;
import org.sallyport.cli.remote.ServerOptions;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sallyport client show}. */
@Command(name = "show", description = "Shows all of one client; its secrets are known to nobody.")
final class ShowCommand implements Runnable {

  @Mixin private ServerOptions server;
  @Mixin private Answer answer;

  @Parameters(paramLabel = "ID", description = "Its client_id.")
  private String id;

  @Override
  public void run() {
    var client = server.reading().find("/clients/" + AdminApi.segment(id)).json();
    answer.show(client, Table.of(client));
  }
}
