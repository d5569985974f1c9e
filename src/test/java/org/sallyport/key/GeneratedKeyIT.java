package org.sallyport.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.config.KeySettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.testing.Program;

/** {@code sallyport keys generate}, and what the server thinks of its files. */
class GeneratedKeyIT {

  @TempDir private Path folder;

  private SigningKey read(String name, String passphrase) {
    var settings =
        new KeySettings(
            Optional.of(folder.resolve(name + ".pem").toString()),
            Optional.of(folder.resolve(name + ".pub.pem").toString()),
            Optional.ofNullable(passphrase),
            Optional.empty(),
            Optional.empty(),
            "RS256",
            "jdk");
    var server =
        new ServerSettings("https://id.example.org", true, false, folder, "update", List.of());
    return ConfiguredKey.read(settings, server, Algorithm::generate);
  }

  private Program.Ended generate(String... options) {
    var command = Stream.concat(Stream.of("keys", "generate"), Stream.of(options));
    return Program.in(folder).run(command.toArray(String[]::new));
  }

  private String mode(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
  }

  @ParameterizedTest
  @CsvSource({"RS256, RS256", "PS512, RS256", "ES256, ES256", "EdDSA, EdDSA"})
  void theServerSignsWithWhatWasMade(String algorithm, String signs) throws IOException {
    var made = generate("-o", "json", "--algorithm", algorithm);

    assertThat(made.code()).as(made.err()).isZero();
    var key = read("signing-key", null);
    assertThat(key.algorithm().jwa()).isEqualTo(signs);
    assertThat(made.json().getString("kid")).isEqualTo(key.kid());
    assertThat(mode("signing-key.pem")).isEqualTo("rw-------");
    assertThat(mode("signing-key.pub.pem")).isEqualTo("rw-r--r--");
  }

  @Test
  void theServerOpensAnEncryptedKeyWithItsPassphrase() throws IOException {
    var passphrase = "a passphrase with späces";
    Files.writeString(folder.resolve("passphrase"), passphrase + "\n");

    var made =
        generate(
            "--algorithm=ES256",
            "--passphrase-file=passphrase",
            "--private-key=keys/k.pem",
            "--public-key=keys/k.pub.pem");

    assertThat(made.code()).as(made.err()).isZero();
    assertThat(read("keys/k", passphrase).algorithm()).isEqualTo(Algorithm.ES256);
    assertThat(made.out() + made.err()).doesNotContain(passphrase);
  }

  @Test
  void filesThatAreThereAreReplacedOnlyWhereThatIsSaid() throws IOException {
    assertThat(generate("--dry-run").out()).contains("Would write");
    assertThat(folder.resolve("signing-key.pem")).doesNotExist();
    assertThat(generate("--algorithm=ES256").code()).isZero();
    var first = read("signing-key", null).kid();

    var again = generate("--algorithm=ES256");
    assertThat(again.code()).isOne();
    assertThat(again.err()).contains("signing-key.pem", "--overwrite").hasLineCount(1);
    assertThat(generate("--skip-if-exists").code()).isZero();
    assertThat(read("signing-key", null).kid()).isEqualTo(first);

    assertThat(generate("--overwrite", "--size=3072").code()).isZero();
    assertThat(read("signing-key", null).kid()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "--algorithm HS256, --algorithm",
    "--size 1024, --size",
    "--algorithm ES256 --size 2048, --size",
    "--overwrite --skip-if-exists, mutually exclusive",
    "--public-key signing-key.pem, the same file",
  })
  void aWrongWishIsNamedAndNothingIsMade(String options, String named) {
    var ended = generate(options.split(" "));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains(named).hasLineCount(1);
    assertThat(folder).isEmptyDirectory();
  }
}
