package org.sallyport.config.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.config.JdbcSettings;
import org.sallyport.config.KeySettings;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.config.ServerSettings;

class SettingsReaderTest {

  private static final String KEY = "an encryption key of exactly 40 bytes !!";

  @TempDir private Path folder;

  private static SettingsReader properties(Map<String, String> values) {
    return new SettingsReader(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(values, "the test", 100))
            .build());
  }

  private static SettingsReader environment(Map<String, String> values) {
    return new SettingsReader(
        new SmallRyeConfigBuilder().withSources(new EnvConfigSource(values, 300)).build());
  }

  private static void assertRefused(
      Class<? extends Record> type, Map<String, String> values, String... words) {
    assertThatThrownBy(() -> properties(values).record(type))
        .isInstanceOf(ConfigurationException.class)
        .message()
        .contains(words)
        .doesNotContain("\n")
        .endsWith(".");
  }

  @Test
  void whatIsNotSetHasItsDefault() {
    var server = properties(Map.of()).record(ServerSettings.class);
    assertThat(server.issuer()).isEqualTo("http://localhost:8080");
    assertThat(server.demo()).isFalse();
    assertThat(server.data()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(server.proxies()).isEmpty();

    var lifetimes = properties(Map.of()).record(LifetimeSettings.class);
    assertThat(lifetimes.code()).isEqualTo(Duration.ofMinutes(10));
    assertThat(lifetimes.access()).isEqualTo(Duration.ofHours(1));
    assertThat(lifetimes.refresh()).isEqualTo(Duration.ofDays(30));
    assertThat(lifetimes.refreshIdle()).isEqualTo(Duration.ofDays(30));
    assertThat(lifetimes.refreshGrace()).isEqualTo(Duration.ofSeconds(10));
    assertThat(lifetimes.session()).isEqualTo(Duration.ofHours(10));
    assertThat(lifetimes.sessionIdle()).isEqualTo(Duration.ofHours(1));

    var keys = properties(Map.of()).record(KeySettings.class);
    assertThat(keys.algorithm()).isEqualTo("RS256");
    assertThat(keys.encryptionKey()).isEmpty();
  }

  @Test
  void anEmptyValueCountsAsNotSet() {
    var keys = properties(Map.of("OAUTH2_ENCRYPTION_KEY", "  ")).record(KeySettings.class);
    assertThat(keys.encryptionKey()).isEmpty();
  }

  @Test
  void aListIsSeparatedByCommasAndSpaces() {
    var values = Map.of("sallyport.proxies", "10.0.0.1, 10.0.0.2 ::1");
    assertThat(properties(values).record(ServerSettings.class).proxies())
        .isEqualTo(List.of("10.0.0.1", "10.0.0.2", "::1"));
  }

  @Test
  void environmentVariablesAreNamedInCapitals() throws IOException {
    var password = Files.writeString(folder.resolve("password"), "from a file\n");
    var reader =
        environment(
            Map.of(
                "SALLYPORT_JDBC_URL",
                "jdbc:h2:mem:x",
                "SALLYPORT_JDBC_PASSWORD_FILE",
                password.toString()));

    var jdbc = reader.record(JdbcSettings.class);

    assertThat(jdbc.url()).isEqualTo("jdbc:h2:mem:x");
    assertThat(jdbc.password()).isEqualTo("from a file");
  }

  @ParameterizedTest
  @CsvSource({"OAUTH2_ENCRYPTION_KEY_FILE", "OAUTH2_ENCRYPTION_KEY.file"})
  void aSecretMayComeFromAFile(String name) throws IOException {
    var file = Files.writeString(folder.resolve("key"), KEY + "\r\n");

    var keys = properties(Map.of(name, file.toString())).record(KeySettings.class);

    assertThat(keys.encryptionKey()).contains(KEY);
  }

  @Test
  void aFileThatIsMissingIsNamedWithItsSetting() {
    var missing = folder.resolve("nothing").toString();
    assertRefused(
        KeySettings.class,
        Map.of("OAUTH2_ENCRYPTION_KEY_FILE", missing),
        "OAUTH2_ENCRYPTION_KEY_FILE",
        missing,
        "the test");
  }

  @Test
  void aValueGivenTwiceIsRefused() throws IOException {
    var file = Files.writeString(folder.resolve("key"), KEY).toString();
    assertRefused(
        KeySettings.class,
        Map.of("OAUTH2_ENCRYPTION_KEY", KEY, "OAUTH2_ENCRYPTION_KEY_FILE", file),
        "OAUTH2_ENCRYPTION_KEY",
        "keep one of the two");
  }

  @Test
  void aFileThatHoldsNothingIsNoKey() throws IOException {
    var file = Files.writeString(folder.resolve("key"), "\n").toString();
    assertRefused(
        KeySettings.class,
        Map.of("OAUTH2_ENCRYPTION_KEY_FILE", file),
        "OAUTH2_ENCRYPTION_KEY",
        "32 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "sallyport.code.lifetime, PT11M",
    "sallyport.access.lifetime, P2D",
    "sallyport.refresh.lifetime, P11Y",
    "sallyport.refresh.idle, PT2562047788015215H",
    "sallyport.refresh.grace, PT2M",
    "sallyport.session.lifetime, P2Y",
    "sallyport.session.idle, PT2562047788015215H",
    "sallyport.access.lifetime, an hour",
  })
  void aDurationThatIsNoneOrTooLongIsRefused(String key, String value) {
    assertRefused(LifetimeSettings.class, Map.of(key, value), key);
  }

  @ParameterizedTest
  @CsvSource({
    "sallyport.issuer, http://id.example.org",
    "sallyport.issuer, ftp://localhost",
    "sallyport.issuer, http://localhost:8080/",
    "sallyport.issuer, http://localhost:8080?a=b",
    "sallyport.issuer, http://localhost:8080#a",
    "sallyport.issuer, http://me@localhost:8080",
    "sallyport.issuer, http://127.0.0.1.example.org",
    "sallyport.issuer, not a URL",
    "sallyport.schema, maybe",
    "sallyport.demo, yes",
    "sallyport.production, 1",
  })
  void aWrongServerSettingIsNamed(String key, String value) {
    assertRefused(ServerSettings.class, Map.of(key, value), key);
  }

  @Test
  void demoUsersLiveOnALoopbackIssuerOnly() {
    assertRefused(
        ServerSettings.class,
        Map.of("sallyport.demo", "true", "sallyport.issuer", "https://id.example.org"),
        "sallyport.demo",
        "loopback");
    assertRefused(
        ServerSettings.class,
        Map.of("sallyport.demo", "true", "sallyport.production", "true"),
        "sallyport.demo",
        "production");
  }

  @Test
  void anHttpsIssuerIsProduction() {
    var values = Map.of("sallyport.issuer", "https://id.example.org");
    assertThat(properties(values).record(ServerSettings.class).production()).isTrue();
    assertThat(properties(Map.of()).record(ServerSettings.class).production()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"none", "HS256", "rs256", "RS512", "EdDSA2"})
  void anUnknownAlgorithmIsRefused(String algorithm) {
    assertRefused(
        KeySettings.class,
        Map.of("sallyport.signing.algorithm", algorithm),
        "sallyport.signing.algorithm",
        algorithm);
  }

  @ParameterizedTest
  @CsvSource({"OAUTH2_ENCRYPTION_KEY", "OAUTH2_ENCRYPTION_KEY_PREVIOUS"})
  void anEncryptionKeyOf31BytesIsTooShortAndNotRepeated(String name) {
    var secret = "thirty-one bytes of a secret !!";
    assertThatThrownBy(() -> properties(Map.of(name, secret)).record(KeySettings.class))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(name + ":")
        .hasMessageNotContaining(secret);
    assertThat(properties(Map.of(name, secret + "!")).record(KeySettings.class)).isNotNull();
  }

  @Test
  void theLengthOfAnEncryptionKeyIsCountedInBytes() {
    var letters = "äöüäöüäöüäöüäöüä";
    var keys = properties(Map.of("OAUTH2_ENCRYPTION_KEY", letters)).record(KeySettings.class);
    assertThat(keys.encryptionKey()).contains(letters);
  }

  @Test
  void aPublicKeyAloneIsRefused() {
    assertRefused(
        KeySettings.class,
        Map.of("OAUTH2_PUBLIC_KEY_PATH", "/keys/public.pem"),
        "OAUTH2_PRIVATE_KEY_PATH");
  }
}
