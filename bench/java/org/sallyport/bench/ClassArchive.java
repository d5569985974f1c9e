package org.sallyport.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** Payara Micro, unpacked and with an archive of its classes, as README has it for production. */
final class ClassArchive {

  private ClassArchive() {}

  /**
   * Unpacks Payara for all servers from now on, starts one to see which classes it loads, and
   * answers the JVM option by which the next ones have them; none where the JVM cannot write it.
   */
  static Optional<String> make(Options options, StartOptions start) {
    var payara = unpacked(Path.of(options.jdk(), "bin", "java").toString());
    System.setProperty("sallyport.test.payara", payara.toString());
    var archive = payara.resolve("classes.jsa");
    var quiet = start.withJvmOption("-Xlog:cds*=error");
    // It has H2: the database that is measured stays empty.
    Server.start(quiet.withJvmOption("-XX:ArchiveClassesAtExit=" + archive)).stop();
    return Files.exists(archive)
        ? Optional.of("-XX:SharedArchiveFile=" + archive)
        : Optional.empty();
  }

  private static Path unpacked(String java) {
    try {
      var payara = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "payara-");
      var unpack = new ProcessBuilder(java, "-jar", "target/payara-micro.jar", "--outputlauncher");
      unpack.command().addAll(List.of("--rootdir", payara.toString()));
      unpack.redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor();
      return Files.copy(payara.resolve("config/domain.xml"), payara.resolve("domain.xml"))
          .getParent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
