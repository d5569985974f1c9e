package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sallyport.testing.Ports;
import org.sallyport.testing.Readiness;

/** Production on Payara Micro, by the commands of README as they stand there. */
class UnpackedPayaraIT {

  private static final Pattern COMMANDS = Pattern.compile("(?s)```sh\n(.*?)```");

  private final int port = Ports.free();
  @TempDir private Path folder;
  private Process running;

  @AfterEach
  void stop() throws IOException {
    running.destroyForcibly();
    Files.delete(folder.resolve("target"));
  }

  @Test
  void aStartTakesTheClassesFromItsArchiveAndNothingFromAStartThatWasKilled() throws Exception {
    var commands = readme();
    layFiles();
    running = run(commands.get(0), "first.log");
    assertThat(running.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(running.exitValue()).as(text("first.log")).isZero();
    assertThat(folder.resolve("payara/classes.jsa")).isNotEmptyFile();

    for (var log : List.of("second.log", "third.log")) {
      running = run("exec " + commands.get(1), log);
      Readiness.await(URI.create("http://localhost:" + port), running, () -> text(log));
      assertThat(text(log)).containsOnlyOnce("Sallyport serves").doesNotContain("[cds");
      running.destroyForcibly().waitFor();
    }
  }

  /** The first two blocks after the name of the server. */
  private static List<String> readme() throws IOException {
    var text = Files.readString(Path.of("README.md"));
    var section = text.substring(text.indexOf("**Payara Micro**"), text.indexOf("**WildFly**"));
    return COMMANDS.matcher(section).results().map(block -> block.group(1)).toList();
  }

  /** What the commands name, with a port and an address of this test. */
  private void layFiles() throws IOException {
    Files.createSymbolicLink(folder.resolve("target"), Path.of("target").toAbsolutePath());
    var config = Path.of("server-config/payara-micro");
    var copy = Files.createDirectories(folder.resolve(config));
    Files.copy(config.resolve("production.jvm"), copy.resolve("production.jvm"));
    var arguments = Files.readString(config.resolve("production.args"));
    Files.writeString(
        copy.resolve("production.args"), arguments.replace("--port 8080", "--port " + port));
    var loopback = Files.readAllLines(config.resolve("loopback.asadmin")).get(0);
    var boot = Files.readString(config.resolve("production.asadmin"));
    Files.writeString(copy.resolve("production.asadmin"), boot + loopback + "\n");
  }

  private Process run(String commands, String log) throws IOException {
    var builder = new ProcessBuilder("sh", "-e", "-c", commands).directory(folder.toFile());
    var java = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", java, (path, first) -> first + ":" + path);
    builder.environment().put("SALLYPORT_ISSUER", "http://localhost:" + port);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve(log).toFile());
    return builder.start();
  }

  private String text(String log) {
    try {
      return Files.readString(folder.resolve(log));
    } catch (IOException e) {
      throw new IllegalStateException("the log cannot be read", e);
    }
  }
}
