package org.sallyport.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.sallyport.oauth.Json;

/** The command line as people run it: a process of the built jar, in a folder of its own. */
public final class Program {

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private Program(Path folder) {
    this.folder = folder;
  }

  /** Runs in this folder, which is also where it keeps what it remembers. */
  public static Program in(Path folder) {
    var program = new Program(folder);
    return program.with("XDG_CONFIG_HOME", folder.resolve("config").toString());
  }

  /** The same with a variable of the environment. */
  public Program with(String name, String value) {
    var program = new Program(folder);
    program.environment.putAll(environment);
    program.environment.put(name, value);
    return program;
  }

  /** Its end; nobody sits at its terminal. */
  public Ended run(String... arguments) {
    var command = new ArrayList<>(List.of(Container.java(), "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:+UseSerialGC", "-jar"));
    command.add(Container.project("target/sallyport-cli.jar").toString());
    command.addAll(List.of(arguments));
    try {
      var out = Files.createTempFile(folder, "out", null);
      var err = Files.createTempFile(folder, "err", null);
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
      builder.environment().keySet().removeIf(name -> name.startsWith("SALLYPORT_"));
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().putAll(environment);
      return ended(builder.start(), out, err);
    } catch (IOException e) {
      throw new IllegalStateException("the command line cannot be started", e);
    }
  }

  private static Ended ended(Process process, Path out, Path err) throws IOException {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the command line has not ended within a minute");
      }
      var ended = new Ended(process.exitValue(), text(out), text(err));
      Files.delete(out);
      Files.delete(err);
      return ended;
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, UTF_8);
  }

  /** The exit code and what was written to the two streams. */
  public record Ended(int code, String out, String err) {

    /** The answer of {@code -o json}. */
    public JsonObject json() {
      return Json.parse(out);
    }
  }
}
