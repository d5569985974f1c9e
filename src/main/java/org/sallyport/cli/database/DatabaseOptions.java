package org.sallyport.cli.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.sallyport.cli.terminal.CommandFailure;
import org.sallyport.cli.terminal.Environment;
import org.sallyport.cli.terminal.Prompt;
import org.sallyport.cli.terminal.SecretFile;
import picocli.CommandLine.Option;

/** Where a database is and how one gets in; the variables are those that the server reads. */
final class DatabaseOptions {

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      required = true,
      defaultValue = "${env:SALLYPORT_JDBC_URL}",
      description = "The database, as in sallyport.jdbc.url; or SALLYPORT_JDBC_URL.")
  private String url;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      defaultValue = "${env:SALLYPORT_JDBC_USER}",
      description = "Its user; or SALLYPORT_JDBC_USER.")
  private Optional<String> user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      defaultValue = "${env:SALLYPORT_JDBC_PASSWORD_FILE}",
      description =
          "A file with the password; or SALLYPORT_JDBC_PASSWORD_FILE, SALLYPORT_JDBC_PASSWORD, or it"
              + " is asked for.")
  private Optional<Path> passwordFile;

  /** A new connection; the caller closes it. */
  Connection connect() {
    requireDriver();
    try {
      return DriverManager.getConnection(url, user.orElse(""), password());
    } catch (SQLException e) {
      var state = String.valueOf(e.getSQLState());
      if (state.startsWith("28")) {
        throw CommandFailure.noRight("The database refuses the user or the password.");
      }
      throw CommandFailure.away("The database does not answer: " + reason(e), e);
    }
  }

  /** Asked first, as the failure without one repeats the URL, which may hold a password. */
  private void requireDriver() {
    try {
      DriverManager.getDriver(url);
    } catch (SQLException e) {
      throw CommandFailure.usage(
          "--jdbc-url: write one that begins with jdbc:postgresql:, jdbc:mariadb: or jdbc:h2:.");
    }
  }

  private String password() {
    return passwordFile
        .map(SecretFile::read)
        .or(() -> Environment.find("SALLYPORT_JDBC_PASSWORD"))
        .or(() -> user.flatMap(name -> Prompt.secret("Password of " + name)))
        .orElse("");
  }

  /** The first line of what the driver says; some repeat the URL. */
  static String reason(Throwable thrown) {
    var root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    var message = String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    return message.replaceAll("(?i)(password=)[^&;\\s]*", "$1***");
  }
}
