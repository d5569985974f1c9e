package org.sallyport.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.sallyport.testing.Databases.Database;
import org.sallyport.testing.Databases.DatabaseServer;

/** PostgreSQL from the registry's binaries; under root it runs as `nobody`, as it refuses root. */
final class PostgresServer implements DatabaseServer {

  private static final String PASSWORD = "administrator-of-tests";
  private static final String ARCHIVE = "postgres-linux-x86_64.txz";

  private final int port;
  private final AtomicInteger count = new AtomicInteger();

  private PostgresServer(int port) {
    this.port = port;
  }

  static PostgresServer start() {
    try {
      return start(ServerDirectory.make("postgres"));
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL cannot be started", e);
    }
  }

  private static PostgresServer start(ServerDirectory directory) throws IOException {
    directory.unpackTarXz(ARCHIVE);
    var secret = Files.writeString(directory.path().resolve("secret"), PASSWORD);
    directory.giveToUser();
    var bin = directory.path().resolve("bin");
    var data = directory.path().resolve("data");
    directory.run(
        List.of(
            bin.resolve("initdb").toString(),
            "--pgdata=" + data,
            "--username=postgres",
            "--pwfile=" + secret,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale",
            "--no-sync"));
    var port = Ports.free();
    directory.startServer(command(bin, data, port));
    var server = new PostgresServer(port);
    directory.await(server::administrator);
    return server;
  }

  private static List<String> command(Path bin, Path data, int port) {
    return List.of(
        bin.resolve("postgres").toString(),
        "-D",
        data.toString(),
        "-p",
        Integer.toString(port),
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "unix_socket_directories=",
        "-c",
        "max_connections=300",
        "-c",
        "fsync=" + (Databases.areDurable() ? "on" : "off"));
  }

  @Override
  public Database newDatabase() {
    var name = "sallyport_" + count.incrementAndGet();
    var password = "secret-of-" + name;
    try (var connection = administrator();
        var statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
      statement.execute("CREATE DATABASE " + name + " OWNER " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no new database", e);
    }
    return new Database(url(name), name, password);
  }

  @Override
  public Connection administrator() throws SQLException {
    return DriverManager.getConnection(url("postgres"), "postgres", PASSWORD);
  }

  @Override
  public int port() {
    return port;
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }
}
