package org.sallyport.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR's own data source, seen from inside the container. */
@ExtendWith(ArquillianExtension.class)
class DataSourceIT {

  @Resource(lookup = "java:app/jdbc/sallyport")
  private DataSource source;

  @Deployment
  static Archive<?> war() {
    return BuiltWar.with(DataSourceIT.class);
  }

  @Test
  void everyConnectionReadsCommittedRowsOnly() throws SQLException {
    try (var connection = source.getConnection()) {
      assertEquals(Connection.TRANSACTION_READ_COMMITTED, connection.getTransactionIsolation());
    }
  }
}
