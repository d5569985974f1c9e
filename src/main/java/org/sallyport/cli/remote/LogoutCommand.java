package org.sallyport.cli.remote;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sallyport logout}: forgets what the last login has left. */
@Command(name = "logout", description = "Forgets the URL and the token of the last login.")
public final class LogoutCommand implements Runnable {

  @Mixin private ServerOptions options;
  @Mixin private Answer answer;

  @Override
  public void run() {
    try {
      var forgotten = Files.deleteIfExists(options.loginFile());
      answer.show(
          Json.createObjectBuilder().add("forgotten", forgotten).build(),
          List.of(forgotten ? "The login is forgotten." : "Nobody was logged in."));
    } catch (IOException e) {
      throw CommandFailure.failed("The file " + options.loginFile() + " cannot be deleted.", e);
    }
  }
}
