import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Starts Payara Micro with the built WAR on loopback, says when it is ready and stops with Maven.
 */
public final class Run {

  private static final String READY_PATH = "/.well-known/oauth-authorization-server";
  static final String REFUSAL = "Sallyport cannot start: ";

  /** What Payara says of itself at each start, whatever its log levels are. */
  private static final Pattern CHATTER =
      Pattern.compile("\\S+ (\\w+ PayaraMicro|INFO jakarta\\.enterprise\\S*): .*");

  private static final Pattern ENTRY = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ [A-Z]+ .*");

  /** As many as WildFly has by itself: of more, all would be slow in a crowd. */
  private static final int THREADS = 16 * Runtime.getRuntime().availableProcessors();

  private final Path project;
  private final int port = Loopback.port();
  private final CountDownLatch booted = new CountDownLatch(1);
  private volatile String refusal;
  private volatile boolean stopping;

  private Run(Path project) {
    this.project = project;
  }

  /**
   * The first argument is the project's directory; a failure is left in `sallyport.run.failure`.
   */
  public static void main(String[] args) throws Exception {
    try {
      new Run(Path.of(args[0]).toAbsolutePath()).run();
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
      System.setProperty("sallyport.run.failure", e.getMessage());
    }
  }

  private void run() throws Exception {
    Loopback.refuseTaken(port);
    var server = start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopWithMaven(server), "stop"));
    try {
      var log = new Thread(() -> copyLog(server), "log");
      log.start();
      awaitReady(server);
      if (!stopping) {
        System.out.println("Sallyport is ready: http://localhost:" + port);
      }
      server.waitFor();
      log.join();
      if (!stopping) {
        throw failure("the server has ended with status " + server.exitValue() + ".");
      }
    } finally {
      stop(server);
    }
  }

  private Process start() throws IOException {
    var target = Files.createDirectories(project.resolve("target/run"));
    var data = ownDirectory(project.resolve("data"));
    var config = project.resolve("server-config/payara-micro");
    var boot = Files.write(target.resolve("boot.asadmin"), bootCommands(config));

    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Djava.io.tmpdir=" + emptied(target.resolve("tmp")));
    settings(data).forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", project.resolve("target/payara-micro.jar").toString()));
    command.addAll(List.of("--nocluster", "--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(List.of("--maxHttpThreads", Integer.toString(THREADS)));
    command.addAll(List.of("--prebootcommandfile", boot.toString()));
    command.addAll(List.of("--logproperties", config.resolve("logging.properties").toString()));
    command.addAll(List.of("--deploy", project.resolve("target/sallyport.war").toString()));
    command.addAll(List.of("--contextroot", "/"));
    return new ProcessBuilder(command)
        .directory(project.toFile())
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .start();
  }

  /** The database in it holds what nobody else on this machine may read. */
  private static Path ownDirectory(Path directory) throws IOException {
    if (!Files.exists(directory)
        && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      var owner = PosixFilePermissions.fromString("rwx------");
      return Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(owner));
    }
    return Files.createDirectories(directory);
  }

  private static Path emptied(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.walk(directory)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(directory);
  }

  private List<String> bootCommands(Path config) throws IOException {
    var commands = new ArrayList<>(Files.readAllLines(config.resolve("production.asadmin")));
    for (var line : Files.readAllLines(config.resolve("loopback.asadmin"))) {
      if (Loopback.hasIpv6() || !line.contains("::1")) {
        commands.add(line.replace("8080", Integer.toString(port)));
      }
    }
    return commands;
  }

  /** What Maven was given as -Dsallyport.x=y or -DOAUTH2_X=y, over the defaults of this start. */
  private Map<String, String> settings(Path data) {
    var settings = new TreeMap<String, String>();
    settings.put("sallyport.issuer", "http://localhost:" + port);
    settings.put("sallyport.demo", "true");
    settings.put("sallyport.imports", "true");
    settings.put("sallyport.data", data.toString());
    settings.put(
        "sallyport.jdbc.url", "jdbc:h2:file:" + data.resolve("sallyport") + ";WRITE_DELAY=0");
    settings.keySet().removeIf(Run::isInEnvironment);
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("sallyport.") || name.startsWith("OAUTH2_"))
        .forEach(name -> settings.put(name, System.getProperty(name)));
    return settings;
  }

  private static boolean isInEnvironment(String name) {
    var mangled = name.replaceAll("[^A-Za-z0-9]", "_");
    return System.getenv(mangled) != null
        || System.getenv(mangled.toUpperCase(Locale.ROOT)) != null;
  }

  private void copyLog(Process server) {
    try (var lines = server.inputReader()) {
      var chatter = false;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        chatter = ENTRY.matcher(line).matches() ? CHATTER.matcher(line).matches() : chatter;
        if (refusal == null && line.contains(REFUSAL)) {
          refusal = line.substring(line.indexOf(REFUSAL));
          stop(server);
        } else if (refusal == null && !chatter) {
          System.out.println(line);
        }
        if (chatter && line.contains("ready in ")) {
          booted.countDown();
        }
      }
    } catch (IOException e) {
      // The stream ends with the server.
    }
  }

  private void awaitReady(Process server) throws Exception {
    var patience = 60;
    while (server.isAlive() && !stopping && patience > 0) {
      if (booted.await(100, TimeUnit.MILLISECONDS)) {
        if (answers()) {
          return;
        }
        patience--;
      }
    }
    if (!stopping) {
      throw failure("the deployment has failed, the lines above say why.");
    }
  }

  private IllegalStateException failure(String otherwise) {
    return new IllegalStateException(refusal == null ? REFUSAL + otherwise : refusal);
  }

  private boolean answers() throws InterruptedException {
    try {
      var url = URI.create("http://127.0.0.1:" + port + READY_PATH).toURL();
      var connection = (HttpURLConnection) url.openConnection();
      connection.setReadTimeout(5_000);
      if (connection.getResponseCode() == 200) {
        return true;
      }
    } catch (IOException e) {
      // Not listening yet.
    }
    Thread.sleep(250);
    return false;
  }

  private void stopWithMaven(Process server) {
    stopping = true;
    stop(server);
  }

  private static void stop(Process server) {
    server.destroy();
    try {
      if (!server.waitFor(15, TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      server.destroyForcibly();
    }
  }
}
