package org.sallyport.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import org.sallyport.config.source.ConfigurationException;

/** Files that hold keys: readable by their owner only. */
final class KeyFiles {

  private static final Logger LOG = System.getLogger(KeyFiles.class.getName());

  private KeyFiles() {}

  /** The content of a development key, made now when it is missing. */
  static String readOrMake(Path file, Supplier<String> content) {
    try {
      if (!Files.exists(file)) {
        makeOnce(file, content);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new ConfigurationException(
          "sallyport.data: %s cannot be made or read (%s); name a folder that is writable."
              .formatted(file, e.getClass().getSimpleName()));
    }
  }

  /** Under a lock: a move alone would replace what another process has made a moment before. */
  private static synchronized void makeOnce(Path file, Supplier<String> content)
      throws IOException {
    Files.createDirectories(file.getParent());
    var lockFile = file.resolveSibling(".lock");
    try (var channel = FileChannel.open(lockFile, CREATE, WRITE);
        var lock = channel.lock()) {
      if (lock.isValid() && !Files.exists(file)) {
        make(file, content.get());
        LOG.log(Level.INFO, "made {0} for development; production needs a key of yours", file);
      }
    }
  }

  /** Whole or not at all. */
  private static void make(Path file, String content) throws IOException {
    var temporary = Files.createTempFile(file.getParent(), ".key", null, ownerOnly());
    Files.writeString(temporary, content + "\n");
    Files.move(temporary, file);
  }

  private static FileAttribute<?>[] ownerOnly() {
    var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * The content of a configured key file.
   *
   * @throws ConfigurationException when it is missing, unreadable or, for a private key, open to
   *     every user of the machine
   */
  static String read(String setting, Path file, Visibility visibility) {
    if (!Files.isRegularFile(file)) {
      throw new ConfigurationException(
          "%s: the file %s does not exist; name the PEM file of the key.".formatted(setting, file));
    }
    try {
      if (visibility == Visibility.PRIVATE && isWorldReadable(file)) {
        throw new ConfigurationException(
            "%s: the file %s is readable by everyone; run chmod 600 on it."
                .formatted(setting, file));
      }
      if (!Files.isReadable(file)) {
        throw unreadable(setting, file);
      }
      // Any bytes are read: what is no PEM text is not a matter of rights.
      return Files.readString(file, ISO_8859_1);
    } catch (IOException e) {
      throw unreadable(setting, file);
    }
  }

  /** Who may see a key. */
  enum Visibility {
    PUBLIC,
    PRIVATE
  }

  private static boolean isWorldReadable(Path file) throws IOException {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
  }

  private static ConfigurationException unreadable(String setting, Path file) {
    return new ConfigurationException(
        "%s: the file %s cannot be read; let the server's user read it.".formatted(setting, file));
  }
}
