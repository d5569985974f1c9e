package org.sallyport.cli.remote;

import jakarta.json.Json;
import jakarta.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sallyport.cli.terminal.CommandFailure;
import org.sallyport.cli.terminal.NewFile;

/** What the last {@code login} has left: a server, a token for it, perhaps the credentials. */
record Login(String url, String token, Optional<Credentials> credentials) {

  static Optional<Login> read(Path file) {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      var json = org.sallyport.oauth.Json.parse(Files.readString(file));
      var credentials =
          Optional.ofNullable(json.getString("client_secret", null))
              .map(secret -> new Credentials(json.getString("client_id"), secret));
      return Optional.of(new Login(json.getString("url"), json.getString("token"), credentials));
    } catch (IOException | JsonException | NullPointerException | ClassCastException e) {
      throw CommandFailure.failed(
          "The file " + file + " cannot be understood; run 'sallyport login' again.", e);
    }
  }

  /** Readable by its owner only. */
  void write(Path file) {
    var json = Json.createObjectBuilder().add("url", url).add("token", token);
    credentials.ifPresent(
        found -> json.add("client_id", found.clientId()).add("client_secret", found.secret()));
    NewFile.writeSecret(file, json.build() + "\n");
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return url;
  }
}
