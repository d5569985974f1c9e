package org.sallyport.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Real database servers on loopback, each started once, and fresh databases in them. */
public final class Databases {

  private Databases() {}

  /** PostgreSQL, started at the first call. */
  public static DatabaseServer postgres() {
    return Postgres.SERVER;
  }

  /** MariaDB, started at the first call. */
  public static DatabaseServer mariadb() {
    return MariaDb.SERVER;
  }

  /** Whether they wait for the disk, as `sallyport.test.durable` says; tests need not. */
  static boolean areDurable() {
    return Boolean.getBoolean("sallyport.test.durable");
  }

  /** A database server: a process of its own, gone with the JVM. */
  public interface DatabaseServer {

    /** A new and empty database with an owner and a password of its own. */
    Database newDatabase();

    /** As its administrator, who may end the connections of others; the caller closes it. */
    Connection administrator() throws SQLException;

    /** Its port on 127.0.0.1. */
    int port();
  }

  /** An empty database: its JDBC URL and its owner. */
  public record Database(String url, String user, String password) {

    /** What a server must be told to use it. */
    public Map<String, String> settings() {
      return Map.of(
          "sallyport.jdbc.url", url,
          "sallyport.jdbc.user", user,
          "sallyport.jdbc.password", password);
    }

    /** As its owner; the caller closes it. */
    public Connection connect() throws SQLException {
      return DriverManager.getConnection(url, user, password);
    }
  }

  private static final class Postgres {
    static final DatabaseServer SERVER = PostgresServer.start();
  }

  private static final class MariaDb {
    static final DatabaseServer SERVER = MariaDbServer.start();
  }
}
