package org.sallyport.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A secret in a file, as an argument could be read by every user of the machine. */
public final class SecretFile {

  private SecretFile() {}

  /**
   * The text without space or line ends around it.
   *
   * @throws CommandFailure when there is none
   */
  public static String read(Path file) {
    try {
      var text = Files.readString(file, UTF_8).strip();
      if (text.isEmpty()) {
        throw CommandFailure.failed("The file " + file + " is empty; write the secret into it.");
      }
      return text;
    } catch (IOException e) {
      throw CommandFailure.failed(
          "The file " + file + " cannot be read; name a readable UTF-8 file.", e);
    }
  }
}
