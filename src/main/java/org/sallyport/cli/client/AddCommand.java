package org.sallyport.cli.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sallyport.cli.remote.ServerOptions;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.SecretFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sallyport client add}. */
@Command(
    name = "add",
    description = {
      "Registers a client.",
      "A secret that the server has made is shown this once and never again."
    })
final class AddCommand implements Runnable {

  @Mixin private ServerOptions server;
  @Mixin private Answer answer;

  @Parameters(index = "0", paramLabel = "NAME", description = "Its name, as people read it.")
  private String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ID",
      description = "Its client_id; the server makes one unless it is given.")
  private Optional<String> id;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description =
          "A file with its secret of at least 32 characters; the server makes one unless it is given.")
  private Optional<Path> secretFile;

  @ArgGroup private ClientKind kind = new ClientKind();
  @Mixin private ClientWords words;
  @Mixin private ClientTexts texts;
  @Mixin private ClientSwitches switches;

  @Override
  public void run() {
    var body = Json.createObjectBuilder().add("client_name", name);
    id.ifPresent(given -> body.add("client_id", given));
    secretFile.map(SecretFile::read).ifPresent(secret -> body.add("client_secret", secret));
    body.add("type", kind.type(words));
    words.addTo(body);
    texts.addTo(body);
    switches.addTo(body);
    var made = server.writing().post("/clients", body.build());
    show(secretFile.isPresent() ? withoutSecret(made) : made);
  }

  /** Who has given it knows it. */
  private static JsonObject withoutSecret(JsonObject made) {
    return Json.createObjectBuilder(made).remove("client_secret").build();
  }

  private void show(JsonObject made) {
    var lines = new ArrayList<>(List.of("client_id: " + made.getString("client_id")));
    if (made.get("client_secret") instanceof JsonString) {
      lines.add("client_secret: " + made.getString("client_secret"));
    }
    answer.show(made, lines);
  }
}
