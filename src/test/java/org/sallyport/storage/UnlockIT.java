package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sallyport.testing.Databases.Database;
import org.sallyport.testing.Ports;
import org.sallyport.testing.Program;

/** {@code sallyport db unlock}: the lock of a start that was killed. */
class UnlockIT {

  @TempDir private Path folder;

  private Program.Ended unlock(Database database, String... more) throws IOException {
    Files.writeString(folder.resolve("password"), database.password() + "\n");
    return Program.in(folder)
        .with("SALLYPORT_JDBC_URL", database.url())
        .with("SALLYPORT_JDBC_USER", database.user())
        .with("SALLYPORT_JDBC_PASSWORD_FILE", folder.resolve("password").toString())
        .run(("db unlock " + String.join(" ", more)).strip().split(" "));
  }

  @Test
  void theHolderIsToldAndTheLockFreedWhenThatIsSaid() throws Exception {
    var database = DatabaseKind.POSTGRES.newDatabase();
    assertThat(unlock(database, "--yes").out()).contains("not locked");
    Rows.makeTables(database);
    assertThat(unlock(database, "-o", "json").json().getBoolean("freed")).isFalse();
    Rows.run(
        database,
        "UPDATE databasechangeloglock SET locked = TRUE, lockedby = 'node-1 (10.0.0.7)',"
            + " lockgranted = CURRENT_TIMESTAMP");

    var asked = unlock(database);
    assertThat(asked.code()).isEqualTo(2);
    assertThat(asked.err()).contains("node-1 (10.0.0.7)", "--yes").hasLineCount(1);
    assertThat(locks(database)).isOne();

    var freed = unlock(database, "--yes", "-o", "json");
    assertThat(freed.code()).as(freed.err()).isZero();
    assertThat(freed.json().getBoolean("freed")).isTrue();
    assertThat(freed.json().getString("locked_by")).isEqualTo("node-1 (10.0.0.7)");
    assertThat(locks(database)).isZero();
  }

  private static long locks(Database database) throws SQLException {
    return Rows.number(database, "SELECT COUNT(*) FROM databasechangeloglock WHERE locked");
  }

  @Test
  void aDatabaseThatIsAwayAndAWrongPasswordAreToldApart() throws IOException {
    var away = new Database("jdbc:mariadb://127.0.0.1:" + Ports.free() + "/x", "anna", "secret-1");
    var found = unlock(away, "--yes");
    assertThat(found.code()).isEqualTo(4);
    assertThat(found.err()).contains("does not answer").doesNotContain("secret-1").hasLineCount(1);

    var database = DatabaseKind.POSTGRES.newDatabase();
    var refused = unlock(new Database(database.url(), database.user(), "wrong"), "--yes");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).contains("password").hasLineCount(1);
  }

  @Test
  void anUnknownKindOfDatabaseIsNamedWithoutItsUrl() throws IOException {
    var ended = unlock(new Database("jdbc:oracle:x?password=secret-2", "anna", "secret-1"));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("--jdbc-url").doesNotContain("secret").hasLineCount(1);
  }
}
