package org.sallyport.cli.keys;

import jakarta.json.Json;
import java.util.List;
import java.util.Optional;
import org.sallyport.cli.remote.ServerOptions;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.Prompt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sallyport keys rotate}. */
@Command(
    name = "rotate",
    description = {
      "Lets another key of a server follow: it is published first and signs after the time of"
          + " sallyport.key.overlap; the one before is served until all that it signed is over.",
      "--at-once is for a key that somebody else may have."
    })
final class RotateKeysCommand implements Runnable {

  @Mixin private ServerOptions server;
  @Mixin private Answer answer;
  @Mixin private Prompt prompt;

  @Option(
      names = {"-a", "--algorithm"},
      paramLabel = "NAME",
      description = "RS256, ES256 or EdDSA; the server’s unless it is said.")
  private Optional<String> algorithm;

  @Option(
      names = "--at-once",
      description = "The next key signs now, and what the one before has signed is refused.")
  private boolean atOnce;

  @Override
  public void run() {
    if (atOnce) {
      prompt.confirm("All that the key has signed will be refused at once. Replace it?");
    }
    var body = Json.createObjectBuilder().add("at_once", atOnce);
    algorithm.ifPresent(name -> body.add("algorithm", name));
    var key = server.writing().post("/keys/rotate", body.build());
    answer.show(
        key,
        List.of(
            "The key %s (%s) signs from %s."
                .formatted(
                    key.getString("kid"),
                    key.getString("algorithm"),
                    key.getString("signs_from"))));
  }
}
