package org.sallyport.cli.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sallyport.cli.remote.AdminApi;
import org.sallyport.cli.remote.ServerOptions;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.SecretFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sallyport client rotate-secret}. */
@Command(
    name = "rotate-secret",
    description = {
      "Gives a client another secret.",
      "One that the server has made is shown this once and never again. The secret before it ends"
          + " at once unless --keep-old says otherwise; a still older one ends in any case."
    })
final class RotateSecretCommand implements Runnable {

  @Mixin private ServerOptions server;
  @Mixin private Answer answer;

  @Parameters(paramLabel = "ID", description = "The client_id.")
  private String id;

  @Option(
      names = "--keep-old",
      paramLabel = "TIME",
      description = "How long the secret before it is valid still (ISO 8601, such as P7D).")
  private Optional<String> keepOld;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description =
          "A file with the secret of at least 32 characters; the server makes one unless it is given.")
  private Optional<Path> secretFile;

  @Override
  public void run() {
    var body = Json.createObjectBuilder();
    secretFile.map(SecretFile::read).ifPresent(secret -> body.add("client_secret", secret));
    keepOld.ifPresent(time -> body.add("keep_old", time));
    var path = "/clients/" + AdminApi.segment(id) + "/secrets";
    var api = server.writing();
    var made = add(api, path, body.build());
    var shown = Json.createObjectBuilder(made);
    var lines = new ArrayList<>(List.of("client_id: " + id));
    if (secretFile.isPresent()) {
      shown.remove("client_secret");
    } else {
      lines.add("client_secret: " + made.getString("client_secret"));
    }
    answer.show(shown.build(), lines);
  }

  /** A client has two at most, so one that lives beside the newest gives way. */
  private static JsonObject add(AdminApi api, String path, JsonObject body) {
    return api.offer(path, body)
        .orElseGet(
            () -> {
              var living = api.list(path);
              for (var older : living.subList(0, Math.max(0, living.size() - 1))) {
                api.delete(path + "/" + AdminApi.segment(older.getString("id")), "*");
              }
              return api.post(path, body);
            });
  }
}
