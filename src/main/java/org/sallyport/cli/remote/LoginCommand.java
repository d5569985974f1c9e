package org.sallyport.cli.remote;

import jakarta.json.Json;
import java.util.List;
import java.util.Optional;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sallyport login}: keeps a token, so that the next commands need no credentials. */
@Command(
    name = "login",
    description = {
      "Gets a token and keeps it, with the URL, for the commands that follow.",
      "The file, sallyport/login.json below XDG_CONFIG_HOME or ~/.config, is readable by its owner"
          + " only. The secret is kept only where --remember-secret is said; without it, log in"
          + " again when the token has ended."
    })
public final class LoginCommand implements Runnable {

  @Mixin private ServerOptions options;
  @Mixin private Answer answer;

  @Option(names = "--remember-secret", description = "Keep the secret in the file, too.")
  private boolean rememberSecret;

  @Override
  public void run() {
    var url = options.url().orElseThrow(() -> CommandFailure.usage("Name the server by --url."));
    var server = ServerAddress.of(url);
    var credentials =
        options
            .named()
            .orElseThrow(
                () ->
                    CommandFailure.usage("Name the client by --client-id or SALLYPORT_CLIENT_ID."));
    var scopes = List.of(Tokens.WRITE, Tokens.READ);
    var token = new Tokens(new Channel(), server).fetch(credentials, scopes);
    var kept = Optional.of(credentials).filter(found -> rememberSecret);
    new Login(server.toString(), token.getString("access_token"), kept).write(options.loginFile());
    show(server.toString(), credentials.clientId(), token.getInt("expires_in", 0));
  }

  private void show(String server, String clientId, int seconds) {
    var json =
        Json.createObjectBuilder()
            .add("url", server)
            .add("client_id", clientId)
            .add("expires_in", seconds);
    answer.show(
        json.build(),
        List.of("Logged in to %s as %s for %d minutes.".formatted(server, clientId, seconds / 60)));
  }
}
