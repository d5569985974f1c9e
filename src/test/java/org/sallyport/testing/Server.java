package org.sallyport.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real server with the built WAR, on a free loopback port, as a process of its own: Payara Micro,
 * or what `sallyport.test.server` names.
 */
public final class Server {

  /** Payara Micro now and then finds no class in a WAR, and finds them in the next start. */
  private static final String MISREAD = "does not contain any EJB";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final int port = Ports.free();
  private final Path home;
  private final StartOptions options;
  private Process process;
  private int startOfLog;

  private Server(StartOptions given) throws IOException {
    var name = System.getProperty("sallyport.test.server", "payara-micro");
    var run = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    this.home = Files.createDirectories(Container.project("target/servers/" + name + "-" + run));
    this.options = given.onto(defaults());
    Runtime.getRuntime().addShutdownHook(new Thread(this::leave));
  }

  /** A server with these settings, ready. */
  public static Server start(Map<String, String> settings) {
    return start(StartOptions.of(settings));
  }

  /** A server started so, ready. */
  public static Server start(StartOptions options) {
    var server = make(options);
    server.startAgain();
    return server;
  }

  /** The demo server that most tests share: H2, started once and stopped with the JVM. */
  public static Server shared() {
    return Shared.SERVER;
  }

  /** Starts a server that must refuse, and answers why. */
  public static StartFailure startExpectingFailure(Map<String, String> settings) {
    return startExpectingFailure(StartOptions.of(settings));
  }

  /** Starts a server that must refuse, and answers why. */
  public static StartFailure startExpectingFailure(StartOptions options) {
    var server = make(options);
    try {
      server.launch();
      server.awaitReady();
    } catch (Readiness.RefusedException e) {
      return new StartFailure(e.getMessage(), server.logText());
    } finally {
      server.kill();
    }
    throw new AssertionError("the server has started, though it must not: " + options.settings());
  }

  /** Where it is, as its tokens say it. */
  public URI issuer() {
    return URI.create(options.settings().get("sallyport.issuer"));
  }

  /** Where it listens, whatever its issuer is called. */
  public URI address() {
    return URI.create("http://localhost:" + port);
  }

  /** Its port, the same after {@link #restart()}. */
  public int port() {
    return port;
  }

  /** Its process. */
  public long pid() {
    return process.pid();
  }

  /** Its own directory, with `data` and, unless another database was given, the database. */
  public Path home() {
    return home;
  }

  /** What it has written, standard output and error, over all its starts. */
  public Path log() {
    return home.resolve("server.log");
  }

  /** The text of {@link #log()}. */
  public String logText() {
    try {
      // Not readString, which refuses what a client has sent and a server has written as it is.
      return Files.exists(log()) ? new String(Files.readAllBytes(log()), UTF_8) : "";
    } catch (IOException e) {
      throw new IllegalStateException("the log cannot be read: " + log(), e);
    }
  }

  /** Ends it in order, as an operator does. */
  public void stop() {
    process.destroy();
    await(60);
  }

  /** Ends it at once (SIGKILL), as a power cut does. */
  public void kill() {
    if (process != null) {
      process.destroyForcibly();
      await(20);
    }
  }

  /** Stops it, if it runs, and starts it with the same port, settings and data. */
  public void restart() {
    if (process.isAlive()) {
      stop();
    }
    startAgain();
  }

  private static Server make(StartOptions options) {
    try {
      return new Server(options);
    } catch (IOException e) {
      throw new IllegalStateException("no directory for a server", e);
    }
  }

  private Map<String, String> defaults() {
    var defaults = new TreeMap<String, String>();
    defaults.put("sallyport.issuer", "http://localhost:" + port);
    defaults.put("sallyport.data", home.resolve("data").toString());
    defaults.put("sallyport.jdbc.url", "jdbc:h2:file:" + home.resolve("data/sallyport"));
    return defaults;
  }

  private void startAgain() {
    launch();
    try {
      awaitReady();
    } catch (IllegalStateException e) {
      if (!logText().substring(startOfLog).contains(MISREAD)) {
        throw e;
      }
      launch();
      awaitReady();
    }
  }

  private void launch() {
    try {
      Files.createDirectories(home.resolve("data"));
      startOfLog = logText().length();
      var builder = new ProcessBuilder(Container.chosen().prepare(home, port, options));
      builder.environment().putAll(options.environment());
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
      process = builder.directory(home.toFile()).start();
    } catch (IOException e) {
      throw new IllegalStateException("the server's process cannot be started", e);
    }
  }

  private void awaitReady() {
    try {
      Readiness.await(address(), process, () -> logText().substring(startOfLog));
    } catch (IllegalStateException e) {
      kill();
      throw e;
    }
  }

  // In order, as coverage is written at the end; what the server has unpacked is not worth keeping.
  private void leave() {
    if (process != null) {
      process.destroy();
      await(10);
    }
    Trees.delete(home.resolve("tmp"));
    Trees.delete(home.resolve("base"));
  }

  private void await(long seconds) {
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  private static final class Shared {
    static final Server SERVER =
        start(
            Map.of(
                "sallyport.demo",
                "true",
                "sallyport.compat.owncloud",
                "true",
                "sallyport.imports",
                "true"));
  }
}
