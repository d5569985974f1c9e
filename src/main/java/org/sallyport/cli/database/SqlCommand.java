package org.sallyport.cli.database;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code sallyport db sql}: what a server would do to an empty database, for somebody else to do.
 */
@Command(
    name = "sql",
    description = {
      "Prints the SQL that makes all tables of an empty database; neither server nor database is"
          + " needed.",
      "A server finds the tables as if it had made them itself; sallyport.schema=validate lets it"
          + " run without the right to make tables."
    })
final class SqlCommand implements Runnable {

  @Spec private CommandSpec command;

  @Option(
      names = "--platform",
      paramLabel = "NAME",
      required = true,
      converter = PlatformReader.class,
      description = "mysql, mariadb, postgresql or h2.")
  private Platform platform;

  @Override
  public void run() {
    var out = command.commandLine().getOut();
    out.print(new TablesSql(platform).text());
    out.flush();
  }

  /** The kinds of database, by the names that Liquibase has for them. */
  enum Platform {
    MYSQL,
    MARIADB,
    POSTGRESQL,
    H2;

    boolean isCaseSensitive() {
      return this == MYSQL || this == MARIADB;
    }

    /** Shown in completions, too. */
    @Override
    public String toString() {
      return shortName();
    }

    String shortName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final class PlatformReader implements ITypeConverter<Platform> {
    @Override
    public Platform convert(String value) {
      for (var platform : Platform.values()) {
        if (platform.shortName().equals(value)) {
          return platform;
        }
      }
      throw new TypeConversionException(
          "'" + value + "' is none of mysql, mariadb, postgresql, h2");
    }
  }
}
