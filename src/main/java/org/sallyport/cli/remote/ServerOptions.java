package org.sallyport.cli.remote;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sallyport.cli.terminal.CommandFailure;
import org.sallyport.cli.terminal.Environment;
import org.sallyport.cli.terminal.Prompt;
import org.sallyport.cli.terminal.SecretFile;
import picocli.CommandLine.Option;

/** Which server, and as which client: options, or variables, or what the last login has left. */
public final class ServerOptions {

  private static final String NOBODY =
      "Say who you are by --client-id and --client-secret-file, or run 'sallyport login' first.";

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:SALLYPORT_URL}",
      description = "The server; or SALLYPORT_URL, or that of the last login.")
  private Optional<String> url;

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      defaultValue = "${env:SALLYPORT_CLIENT_ID}",
      description = "A client with client_credentials and sallyport:admin; or SALLYPORT_CLIENT_ID.")
  private Optional<String> clientId;

  @Option(
      names = "--client-secret-file",
      paramLabel = "FILE",
      defaultValue = "${env:SALLYPORT_CLIENT_SECRET_FILE}",
      description =
          "A file with its secret; or SALLYPORT_CLIENT_SECRET_FILE, SALLYPORT_CLIENT_SECRET, or it is"
              + " asked for.")
  private Optional<Path> secretFile;

  @Option(
      names = "--config-folder",
      hidden = true,
      defaultValue = "${env:XDG_CONFIG_HOME:-${sys:user.home}/.config}")
  private Path configuration;

  /** The server, for commands that only look. */
  public AdminApi reading() {
    return connect(List.of(Tokens.READ, Tokens.WRITE));
  }

  /** The server, for commands that change something. */
  public AdminApi writing() {
    return connect(List.of(Tokens.WRITE));
  }

  private AdminApi connect(List<String> scopes) {
    var login = Login.read(loginFile());
    var server =
        url.or(() -> login.map(Login::url)).map(ServerAddress::of).orElseThrow(this::nowhere);
    var channel = new Channel();
    // What was left for one server is sent to no other.
    var mine = login.filter(found -> ServerAddress.of(found.url()).equals(server));
    var token =
        named()
            .or(() -> mine.flatMap(Login::credentials))
            .map(client -> new Tokens(channel, server).fetch(client, scopes))
            .map(answer -> answer.getString("access_token"))
            .or(() -> mine.map(Login::token))
            .orElseThrow(() -> CommandFailure.noRight(NOBODY));
    return new AdminApi(channel, server, token);
  }

  private CommandFailure nowhere() {
    return CommandFailure.usage("Name the server by --url or SALLYPORT_URL, or log in first.");
  }

  /** The credentials that are given now. */
  Optional<Credentials> named() {
    return clientId.map(id -> new Credentials(id, secret(id)));
  }

  private String secret(String id) {
    return secretFile
        .map(SecretFile::read)
        .or(() -> Environment.find("SALLYPORT_CLIENT_SECRET"))
        .or(() -> Prompt.secret("Secret of " + id))
        .orElseThrow(() -> CommandFailure.noRight(NOBODY));
  }

  Optional<String> url() {
    return url;
  }

  Path loginFile() {
    return configuration.resolve("sallyport").resolve("login.json");
  }
}
