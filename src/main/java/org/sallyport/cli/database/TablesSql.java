package org.sallyport.cli.database;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.OfflineConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.CreateDatabaseChangeLogLockTableStatement;
import liquibase.statement.core.InitializeDatabaseChangeLogLockTableStatement;
import org.sallyport.cli.database.SqlCommand.Platform;

/** The SQL of all changes, and of Liquibase's own tables, which then say that they were made. */
final class TablesSql {

  private final Platform platform;

  TablesSql(Platform platform) {
    this.platform = platform;
  }

  String text() {
    try {
      // Without a database Liquibase writes what it has done into a file, which nobody needs.
      var folder = Files.createTempDirectory("sallyport");
      try {
        return text(folder.resolve("done.csv"));
      } finally {
        Files.deleteIfExists(folder.resolve("done.csv"));
        Files.deleteIfExists(folder);
      }
    } catch (IOException | LiquibaseException e) {
      throw new IllegalStateException("the tables cannot be written as SQL", e);
    }
  }

  // What is said to be used instead writes the same into a file or to standard output.
  @SuppressWarnings("deprecation")
  private String text(Path done) throws LiquibaseException {
    var resources = new ClassLoaderResourceAccessor(TablesSql.class.getClassLoader());
    var url = "offline:%s?outputLiquibaseSql=all&changeLogFile=%s";
    var connection = new OfflineConnection(url.formatted(platform.shortName(), done), resources);
    // Or Liquibase would write the names of its own tables so that MariaDB finds others.
    connection.setCaseSensitive(platform.isCaseSensitive());
    var database = Tables.of(connection);
    var sql = new StringWriter();
    try (var liquibase = new Liquibase(Tables.CHANGELOG, resources, database)) {
      liquibase.setShowSummary(UpdateSummaryEnum.OFF);
      liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
      liquibase.update(new Contexts(), new LabelExpression(), sql);
      return lock(database) + withoutMoment(sql.toString());
    }
  }

  private static String withoutMoment(String sql) {
    return sql.replaceAll("(?m)^-- +(Ran at|Against): .*\\R", "");
  }

  /**
   * The lock is no part of what Liquibase writes without a database, and each start looks at it.
   */
  private static String lock(Database database) {
    return Stream.of(
            new CreateDatabaseChangeLogLockTableStatement(),
            new InitializeDatabaseChangeLogLockTableStatement())
        .map(statement -> sql(statement, database))
        .collect(Collectors.joining());
  }

  private static String sql(SqlStatement statement, Database database) {
    return Stream.of(SqlGeneratorFactory.getInstance().generateSql(statement, database))
        .map(sql -> sql.toSql() + ";\n\n")
        .collect(Collectors.joining());
  }
}
