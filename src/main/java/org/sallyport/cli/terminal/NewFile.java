package org.sallyport.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that is there whole or not at all, and that others could read at no time. */
public final class NewFile {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rw-r--r--");

  private NewFile() {}

  /** Writes what only the owner may read, in place of what was there. */
  public static void writeSecret(Path file, String text) {
    write(file, text, OWNER);
  }

  /** Writes what everyone may read, in place of what was there. */
  public static void writePublic(Path file, String text) {
    write(file, text, READABLE);
  }

  private static void write(Path file, String text, Set<PosixFilePermission> access) {
    try {
      var folder = file.toAbsolutePath().getParent();
      // Asked first, as a link to a folder is none for createDirectories.
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, attributes(OWNER_FOLDER));
      }
      var temporary = Files.createTempFile(folder, ".sallyport", null, attributes(OWNER));
      try {
        Files.writeString(temporary, text, UTF_8);
        if (isPosix()) {
          Files.setPosixFilePermissions(temporary, access);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw CommandFailure.failed(
          "The file " + file + " cannot be written; name a place that is writable.", e);
    }
  }

  private static FileAttribute<?>[] attributes(Set<PosixFilePermission> access) {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(access)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
