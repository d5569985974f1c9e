package org.sallyport.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Debian's packages, installed where we may. */
final class Packages {

  /** Held by whoever installs: tests run in several processes, and apt-get serves one. */
  private static final Path LOCK =
      Path.of(System.getProperty("java.io.tmpdir"), "sallyport-packages.lock");

  private Packages() {}

  /** Installs them and answers what went wrong, or `nothing`. */
  static synchronized String install(String... names) {
    var install = new ArrayList<>(List.of("apt-get", "install", "-y", "--no-install-recommends"));
    install.addAll(List.of(names));
    try (var channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      var update = run(List.of("apt-get", "update"));
      var installed = run(install);
      return installed.isEmpty() ? "nothing went wrong" : update + installed;
    } catch (IOException e) {
      return e.getMessage();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    var whole = new ArrayList<String>();
    if (!"root".equals(System.getProperty("user.name"))) {
      whole.addAll(List.of("sudo", "-n"));
    }
    whole.addAll(List.of("env", "DEBIAN_FRONTEND=noninteractive"));
    whole.addAll(command);
    var log = Files.createTempFile("sallyport-packages-", ".log");
    var process = new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(log.toFile());
    var status = process.start().waitFor();
    var lines = Files.readAllLines(log);
    Files.delete(log);
    return status == 0 ? "" : String.join(" ", command) + ": " + lines.get(lines.size() - 1);
  }
}
