package org.sallyport.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A connection that is replaced when the database has ended it while it lay in a pool: web.xml has
 * no portable word for validation, so a pool hands out what it has.
 */
final class RevivedConnection implements InvocationHandler {

  /** Idle for less than this (in nanoseconds), a connection is taken as alive. */
  private static final long TRUSTED = TimeUnit.MILLISECONDS.toNanos(500);

  private static final int VALIDATION_SECONDS = 5;
  private static final Set<String> BEGINNINGS =
      Set.of("createStatement", "prepareStatement", "prepareCall", "setAutoCommit");
  private static final Set<String> ENDINGS = Set.of("commit", "rollback", "setAutoCommit");

  private final DatabaseSettings database;
  private Connection connection;
  private boolean transactional;
  private boolean working;
  private long lastUsed = System.nanoTime();

  private RevivedConnection(DatabaseSettings database) throws SQLException {
    this.database = database;
    this.connection = open();
  }

  static Connection to(DatabaseSettings database) throws SQLException {
    var types = new Class<?>[] {Connection.class};
    var handler = new RevivedConnection(database);
    return (Connection) Proxy.newProxyInstance(types[0].getClassLoader(), types, handler);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (BEGINNINGS.contains(method.getName()) && !working && isDoubtful()) {
      revive();
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      note(method.getName(), arguments);
    }
  }

  /** Under load none is ever idle: then the driver knows that it is closed, after one failure. */
  private boolean isDoubtful() throws SQLException {
    return System.nanoTime() - lastUsed > TRUSTED || connection.isClosed();
  }

  private void note(String method, Object[] arguments) {
    var begins = BEGINNINGS.contains(method);
    if (method.equals("setAutoCommit")) {
      transactional = !(boolean) arguments[0];
    }
    var ends = ENDINGS.contains(method);
    working = transactional && !ends && (working || begins);
    // A pool's own questions, such as isClosed, are answered without the database.
    if (begins || ends) {
      lastUsed = System.nanoTime();
    }
  }

  private void revive() throws SQLException {
    if (connection.isClosed() || !connection.isValid(VALIDATION_SECONDS)) {
      var next = open();
      next.setAutoCommit(!transactional);
      connection.close();
      connection = next;
    }
  }

  private Connection open() throws SQLException {
    var opened = database.connect();
    try {
      opened.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      return opened;
    } catch (SQLException e) {
      opened.close();
      throw e;
    }
  }
}
