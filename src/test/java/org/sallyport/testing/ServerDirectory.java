package org.sallyport.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** A temporary directory with a database server's programs and data, gone with the JVM. */
final class ServerDirectory {

  private static final String USER = "nobody";

  private final Path path;
  private Process server;

  private ServerDirectory(Path path) {
    this.path = path;
  }

  /** Not below the project: under root, that may be where nobody else can read. */
  static ServerDirectory make(String name) throws IOException {
    var directory = new ServerDirectory(Files.createTempDirectory("sallyport-" + name + "-"));
    Runtime.getRuntime().addShutdownHook(new Thread(directory::end));
    return directory;
  }

  Path path() {
    return path;
  }

  void unpackTarXz(String resource) throws IOException {
    var loader = ServerDirectory.class.getClassLoader();
    try (var file = new BufferedInputStream(loader.getResourceAsStream(resource));
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = path.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(target.getParent());
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(tar, target);
          target.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
        }
      }
    }
  }

  /** The entries of a jar on the class path that start with the root and one of the names. */
  void unpackClassPath(String root, String... names) throws IOException {
    var url = ServerDirectory.class.getClassLoader().getResource(root);
    try (var jar = ((JarURLConnection) url.openConnection()).getJarFile()) {
      for (var entry : jar.stream().filter(one -> !one.isDirectory()).toList()) {
        for (var name : names) {
          if (entry.getName().startsWith(root + name)) {
            var target = path.resolve(entry.getName().substring(root.length())).normalize();
            Files.createDirectories(target.getParent());
            try (var content = jar.getInputStream(entry)) {
              Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            }
            target.toFile().setExecutable(target.startsWith(path.resolve("bin")), false);
          }
        }
      }
    }
  }

  /** Under root: all of it belongs to the user that the server will be. */
  void giveToUser() throws IOException {
    if (isRoot()) {
      var user = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
      try (var files = Files.walk(path)) {
        for (var file : files.filter(one -> !Files.isSymbolicLink(one)).toList()) {
          Files.setOwner(file, user);
        }
      }
    }
  }

  void run(List<String> command) throws IOException {
    run(command, Path.of("/dev/null"));
  }

  void run(List<String> command, Path input) throws IOException {
    var process = builder(command).redirectInput(input.toFile()).start();
    if (exit(process) != 0) {
      throw new IOException(command.get(0) + " has failed: " + Files.readString(log()));
    }
  }

  void startServer(List<String> command) throws IOException {
    server = builder(command).redirectInput(Path.of("/dev/null").toFile()).start();
  }

  /** Waits until a connection can be made. */
  void await(Connector connector) throws IOException {
    for (var attempt = 0; attempt < 300 && server.isAlive(); attempt++) {
      try (var connection = connector.connect()) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        pause();
      }
    }
    throw new IOException("the database does not answer: " + Files.readString(log()));
  }

  private ProcessBuilder builder(List<String> command) {
    var whole = new ArrayList<String>();
    if (isRoot()) {
      whole.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=65534", "--clear-groups", "--"));
    }
    whole.addAll(command);
    var builder = new ProcessBuilder(whole).directory(path.toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
  }

  private Path log() {
    return path.resolve("server.log");
  }

  private void end() {
    try {
      if (server != null) {
        // SIGQUIT: both databases leave at once, with all their processes.
        exit(new ProcessBuilder("sh", "-c", "kill -QUIT " + server.pid()).start());
        if (!server.waitFor(5, TimeUnit.SECONDS)) {
          server.destroyForcibly().waitFor();
        }
      }
      Trees.delete(path);
    } catch (IOException e) {
      System.err.println("left behind: " + path + ": " + e);
    } catch (InterruptedException e) {
      server.destroyForcibly();
    }
  }

  private static int exit(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Makes a connection, or says why it cannot. */
  interface Connector {
    java.sql.Connection connect() throws SQLException;
  }
}
