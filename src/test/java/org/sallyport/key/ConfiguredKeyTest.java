package org.sallyport.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.Signature;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.config.KeySettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.config.source.ConfigurationException;

class ConfiguredKeyTest {

  private static final String PASSPHRASE = "a passphrase with späces";

  @TempDir private Path folder;

  private static KeySettings settings(String privateKey, String publicKey, String passphrase) {
    return new KeySettings(
        Optional.ofNullable(privateKey),
        Optional.ofNullable(publicKey),
        Optional.ofNullable(passphrase),
        Optional.empty(),
        Optional.empty(),
        "RS256",
        "jdk");
  }

  private ServerSettings server(String issuer) {
    return new ServerSettings(issuer, false, false, folder.resolve("data"), "update", List.of());
  }

  private SigningKey read(String privateKey, String publicKey, String passphrase) {
    return ConfiguredKey.read(
        settings(privateKey, publicKey, passphrase),
        server("http://localhost:8080"),
        Algorithm::generate);
  }

  private String save(String text) throws IOException {
    return PemFile.save(folder, text).toString();
  }

  private void assertRefused(
      String privateKey, String publicKey, String passphrase, String... words) {
    assertThatThrownBy(() -> read(privateKey, publicKey, passphrase))
        .isInstanceOf(ConfigurationException.class)
        .message()
        .contains(words)
        .doesNotContain("\n")
        .endsWith(".");
  }

  private void assertSigns(KeyPair pair, PemFile form, Algorithm algorithm, String signature)
      throws Exception {
    var text = form.write(pair, PASSPHRASE);
    assertThat(text.contains("ENCRYPTED")).isEqualTo(form.isEncrypted());
    var publicFile = save(PemFile.publicKey(pair));

    var key = read(save(text), publicFile, form.isEncrypted() ? PASSPHRASE : null);

    assertThat(key.algorithm()).isEqualTo(algorithm);
    var signer = Signature.getInstance(signature);
    signer.initSign(key.privateKey());
    signer.update("text".getBytes(UTF_8));
    var signed = signer.sign();
    signer.initVerify(pair.getPublic());
    signer.update("text".getBytes(UTF_8));
    assertThat(signer.verify(signed)).isTrue();
    assertThat(key.publicKey()).isEqualTo(pair.getPublic());
    assertThat(key.jwk()).containsEntry("kid", key.kid()).doesNotContainKeys("d", "p", "q");
  }

  @ParameterizedTest
  @EnumSource(names = {"PKCS8", "PKCS8_ENCRYPTED", "PKCS1", "PKCS1_ENCRYPTED"})
  void anRsaKeyIsReadInEachForm(PemFile form) throws Exception {
    assertSigns(PemFile.rsa(2048), form, Algorithm.RS256, "SHA256withRSA");
  }

  @ParameterizedTest
  @EnumSource(names = {"PKCS8", "PKCS8_ENCRYPTED", "SEC1", "SEC1_AFTER_ITS_CURVE"})
  void anEllipticKeyIsReadInEachForm(PemFile form) throws Exception {
    assertSigns(PemFile.ec("secp256r1"), form, Algorithm.ES256, "SHA256withECDSA");
  }

  @ParameterizedTest
  @EnumSource(names = {"PKCS8", "PKCS8_ENCRYPTED"})
  void anEdwardsKeyIsReadInEachForm(PemFile form) throws Exception {
    assertSigns(PemFile.ed25519(), form, Algorithm.EDDSA, "Ed25519");
  }

  @ParameterizedTest
  @EnumSource(names = {"PKCS8_ENCRYPTED", "PKCS1_ENCRYPTED"})
  void aWrongOrMissingPassphraseIsNamedAndNotRepeated(PemFile form) throws Exception {
    var file = save(form.write(PemFile.rsa(2048), PASSPHRASE));

    assertRefused(file, null, "wrong one", "OAUTH2_PRIVATE_KEY_PASSPHRASE:", "does not open");
    assertRefused(file, null, null, "OAUTH2_PRIVATE_KEY_PASSPHRASE:", "missing");
    assertThatThrownBy(() -> read(file, null, "wrong one")).hasMessageNotContaining("wrong one");
  }

  @Test
  void aMissingFileIsNamed() {
    var missing = folder.resolve("nothing.pem").toString();
    assertRefused(missing, null, null, "OAUTH2_PRIVATE_KEY_PATH:", missing, "does not exist");
  }

  @Test
  void aFolderIsNoKeyFile() {
    assertRefused(folder.toString(), null, null, "OAUTH2_PRIVATE_KEY_PATH:", folder.toString());
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    // It says to be a regular file of its owner, and reading it fails for root, too.
    assertRefused("/proc/self/mem", null, null, "OAUTH2_PRIVATE_KEY_PATH:", "cannot be read");
  }

  @Test
  void aPrivateKeyThatEveryoneMayReadIsRefused() throws Exception {
    var file = PemFile.save(folder, PemFile.PKCS8.write(PemFile.rsa(2048), null));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw----r--"));

    assertRefused(file.toString(), null, null, "OAUTH2_PRIVATE_KEY_PATH:", "everyone", "chmod 600");
  }

  @Test
  void aPublicKeyMayBeReadByEveryoneAndMustMatch() throws Exception {
    var pair = PemFile.rsa(2048);
    var file = save(PemFile.PKCS8.write(pair, null));
    var right = PemFile.save(folder, PemFile.publicKey(pair));
    Files.setPosixFilePermissions(right, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(read(file, right.toString(), null).publicKey()).isEqualTo(pair.getPublic());
    var wrong = save(PemFile.publicKey(PemFile.rsa(2048)));
    assertRefused(file, wrong, null, "OAUTH2_PUBLIC_KEY_PATH:", "does not belong");
    assertRefused(file, folder.resolve("x").toString(), null, "OAUTH2_PUBLIC_KEY_PATH:");
    assertRefused(file, file, null, "OAUTH2_PUBLIC_KEY_PATH:", "no usable PEM key");
  }

  @Test
  void aFileWithoutAPemKeyIsNamed() throws Exception {
    assertRefused(save("no key"), null, null, "OAUTH2_PRIVATE_KEY_PATH:", "no usable PEM key");
    var publicKey = save(PemFile.publicKey(PemFile.rsa(2048)));
    assertRefused(publicKey, null, null, "OAUTH2_PRIVATE_KEY_PATH:", "no usable PEM key");
    var binary = PemFile.save(folder, "");
    Files.write(binary, PemFile.rsa(2048).getPrivate().getEncoded());
    assertRefused(binary.toString(), null, null, "OAUTH2_PRIVATE_KEY_PATH:", "no usable PEM key");
  }

  @Test
  void aKeyThatIsTooWeakOrOfAnotherCurveIsRefused() throws Exception {
    for (var pair : List.of(PemFile.rsa(1024), PemFile.ec("secp384r1"))) {
      var file = save(PemFile.PKCS8.write(pair, null));
      assertRefused(file, null, null, "OAUTH2_PRIVATE_KEY_PATH:", "none that can sign here");
    }
  }

  @Test
  void aDevelopmentStartMakesAKeyAndKeepsIt() throws IOException {
    var made = read(null, null, null);

    assertThat(read(null, null, null).kid()).isEqualTo(made.kid());
    var file = folder.resolve("data/signing-key.pem");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aProductionStartMakesNone() {
    var production = server("https://id.example.org");
    assertThatThrownBy(
            () -> ConfiguredKey.read(settings(null, null, null), production, Algorithm::generate))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("OAUTH2_PRIVATE_KEY_PATH: it is missing");
    assertThat(folder.resolve("data")).doesNotExist();
  }
}
