package org.sallyport.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Our tables in memory, for unit tests of what queries decide; one for all, as tables take long.
 */
public final class MemoryDatabase {

  private static final class Holder {
    static final MemoryDatabase ONLY = new MemoryDatabase();
  }

  private final DataSource source;
  private final EntityManager entities;

  private MemoryDatabase() {
    var tables = new JdbcDataSource();
    tables.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    migrate(tables);
    source = tables;
    entities =
        Persistence.createEntityManagerFactory(
                "sallyport",
                Map.of(
                    "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                    "jakarta.persistence.nonJtaDataSource", tables,
                    "jakarta.persistence.jtaDataSource", "",
                    "eclipselink.target-server", "None"))
            .createEntityManager();
  }

  /** The database, in which other tests may have left rows. */
  public static MemoryDatabase shared() {
    return Holder.ONLY;
  }

  private static void migrate(JdbcDataSource source) {
    System.setProperty("liquibase.analytics.enabled", "false");
    try (var connection = source.getConnection()) {
      var database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      var resources = new ClassLoaderResourceAccessor();
      try (var liquibase = new Liquibase("liquibase/changelog.xml", resources, database)) {
        liquibase.update(new Contexts(), new LabelExpression());
      }
    } catch (SQLException | LiquibaseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Connections to it. */
  public DataSource source() {
    return source;
  }

  /** For the bean under test. */
  public EntityManager entities() {
    return entities;
  }

  /** Does something in a transaction of its own, and forgets what was read. */
  public <T> T transaction(Supplier<T> work) {
    var transaction = entities.getTransaction();
    transaction.begin();
    try {
      var result = work.get();
      transaction.commit();
      return result;
    } finally {
      if (transaction.isActive()) {
        transaction.rollback();
      }
      entities.clear();
    }
  }
}
