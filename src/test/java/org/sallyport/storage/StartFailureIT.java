package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.testing.Ports;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/**
 * Wrong settings stop the start, each with one sentence that names it: one of each kind; the others
 * are tested without a server.
 */
class StartFailureIT {

  private static final String SAYS = "Sallyport cannot start: ";

  @TempDir private Path folder;

  private static void assertRefused(Map<String, String> settings, String key, String reason) {
    assertRefused(StartOptions.of(settings), key, reason);
  }

  private static void assertRefused(StartOptions options, String key, String reason) {
    var failure = Server.startExpectingFailure(options);

    assertThat(failure.sentence()).startsWith(SAYS).contains(key).contains(reason).endsWith(".");
    var said = failure.log().lines().filter(line -> line.contains(SAYS)).toList();
    assertThat(said).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "sallyport.access.lifetime, an hour, not an ISO-8601 duration",
    "sallyport.schema, validate, the database lacks",
    "sallyport.grants, pasword, no grant of this server",
  })
  void aWrongSettingIsNamed(String key, String value, String reason) {
    assertRefused(Map.of(key, value), key, reason);
  }

  @Test
  void aProductionStartNeedsKeysOfItsOwn() {
    assertRefused(
        Map.of(
            "sallyport.issuer",
            "https://id.example.org",
            "OAUTH2_ENCRYPTION_KEY",
            "a text of production that is long enough"),
        "OAUTH2_PRIVATE_KEY_PATH",
        "it is missing");
  }

  @Test
  void aWrongPassphraseIsNamedWhereverItComesFrom() throws IOException {
    var passphrase = Files.writeString(folder.resolve("passphrase"), "wrong\n");
    var options =
        StartOptions.of(
                Map.of("OAUTH2_PRIVATE_KEY_PATH", Nodes.encryptedSigningKey("right").toString()))
            .withEnvironment("OAUTH2_PRIVATE_KEY_PASSPHRASE_FILE", passphrase.toString());

    assertRefused(options, "OAUTH2_PRIVATE_KEY_PASSPHRASE", "does not open the key file");
  }

  @Test
  void aDatabaseThatIsAwayIsNamed() {
    var url = "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/sallyport";
    assertRefused(
        Map.of("sallyport.jdbc.url", url, "sallyport.jdbc.password", "secret-of-nobody"),
        "sallyport.jdbc.url",
        "check");
  }

  @Test
  void aDatabaseSealedWithAnotherKeyIsNamedUntilThatKeyIsGiven() {
    var database = Map.of("sallyport.jdbc.url", "jdbc:h2:file:" + folder.resolve("sealed"));
    var old = "the old key, which is long enough for it";
    var options = StartOptions.of(database);
    Server.start(options.with("OAUTH2_ENCRYPTION_KEY", old)).stop();

    var changed = options.with("OAUTH2_ENCRYPTION_KEY", "the new key, long enough for it as well");
    assertRefused(changed, "OAUTH2_ENCRYPTION_KEY", "not the key of this database");

    Server.start(changed.with("OAUTH2_ENCRYPTION_KEY_PREVIOUS", old)).stop();
    Server.start(changed).stop();
  }
}
