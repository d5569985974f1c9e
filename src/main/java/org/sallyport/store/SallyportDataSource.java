package org.sallyport.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * New connections to the configured database, at READ COMMITTED; the server pools them and joins
 * them to its transactions.
 */
public final class SallyportDataSource implements DataSource {

  private static final Logger LOG = Logger.getLogger(SallyportDataSource.class.getName());

  private volatile DatabaseSettings settings;
  private volatile boolean hasConnected;
  private int loginTimeout;
  private PrintWriter logWriter;

  /** Throws an {@link SQLException} that never carries the password. */
  @Override
  public Connection getConnection() throws SQLException {
    try {
      var connection = RevivedConnection.to(settings());
      hasConnected = true;
      return connection;
    } catch (SQLException e) {
      explain(e);
      throw e;
    }
  }

  // Said here, as a server may need the database before the first line of our own start runs.
  private void explain(SQLException e) {
    if (!hasConnected) {
      LOG.log(
          Level.SEVERE,
          "Sallyport cannot start: no connection to the database, {0}; check sallyport.jdbc.url,"
              + " .user and .password, and that the database runs.",
          e.getMessage());
    }
  }

  /** The pool's own idea of a user is ignored: there is one, in the settings. */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  // A setting that is missing must not stop the server from making the pool, only from using it.
  private DatabaseSettings settings() throws SQLException {
    if (settings == null) {
      settings = DatabaseSettings.read();
    }
    return settings;
  }

  @Override
  public PrintWriter getLogWriter() {
    return logWriter;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    logWriter = out;
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    loginTimeout = seconds;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (isWrapperFor(type)) {
      return type.cast(this);
    }
    throw new SQLException("not a wrapper of " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
