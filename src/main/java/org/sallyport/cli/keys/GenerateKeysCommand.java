package org.sallyport.cli.keys;

import jakarta.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.CommandFailure;
import org.sallyport.cli.terminal.NewFile;
import org.sallyport.cli.terminal.SecretFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sallyport keys generate}: a private key and its public key as files; no server needed. */
@Command(
    name = "generate",
    description = {
      "Makes a private key and its public key as PEM files; no server is needed.",
      "Sallyport signs with RS256 (an RSA key of any name here), ES256 and EdDSA; the others are"
          + " for programs that ask for them."
    })
final class GenerateKeysCommand implements Runnable {

  private static final int MOST_BITS = 16_384;

  @Mixin private Answer answer;

  @Option(
      names = {"-a", "--algorithm"},
      paramLabel = "NAME",
      defaultValue = "RS256",
      description = "${COMPLETION-CANDIDATES}; RS256 unless said otherwise.")
  private KeyKind kind;

  @Option(
      names = "--size",
      paramLabel = "BITS",
      description = "Size of an RSA key, 2048 unless said otherwise.")
  private Optional<Integer> size;

  @Option(
      names = "--private-key",
      paramLabel = "FILE",
      defaultValue = "signing-key.pem",
      description = "Where the private key goes: ${DEFAULT-VALUE}. Only its owner can read it.")
  private Path privateFile;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      defaultValue = "signing-key.pub.pem",
      description = "Where the public key goes: ${DEFAULT-VALUE}.")
  private Path publicFile;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Encrypts the private key with the passphrase in this file.")
  private Optional<Path> passphraseFile;

  @ArgGroup private Manner manner = new Manner();

  /** What happens to files that are there; one of these at most. */
  static final class Manner {
    @Option(names = "--dry-run", description = "Writes nothing and says what would be written.")
    private boolean dryRun;

    @Option(names = "--skip-if-exists", description = "Keeps the files if one is there.")
    private boolean skip;

    @Option(names = "--overwrite", description = "Replaces files that are there.")
    private boolean overwrite;
  }

  @Override
  public void run() {
    checkSize();
    var passphrase = passphraseFile.map(SecretFile::read);
    var existing = Stream.of(privateFile, publicFile).filter(Files::exists).toList();
    if (existing.isEmpty() || manner.overwrite) {
      make(passphrase);
    } else if (manner.skip) {
      show(Optional.empty(), "Kept " + named(existing) + "; no key was made.");
    } else {
      throw CommandFailure.failed(
          "Already there: %s; say --overwrite to replace or --skip-if-exists to keep."
              .formatted(named(existing)));
    }
  }

  private void checkSize() {
    if (size.isPresent() && !kind.hasSize()) {
      throw CommandFailure.usage("--size is for RSA keys; a key for " + kind + " has its own.");
    }
    if (size.filter(bits -> bits < KeyKind.BITS || bits > MOST_BITS).isPresent()) {
      throw CommandFailure.usage("--size: write %d to %d bits.".formatted(KeyKind.BITS, MOST_BITS));
    }
    if (privateFile.toAbsolutePath().normalize().equals(publicFile.toAbsolutePath().normalize())) {
      throw CommandFailure.usage("--private-key and --public-key name the same file; name two.");
    }
  }

  private void make(Optional<String> passphrase) {
    if (manner.dryRun) {
      show(Optional.empty(), "Would write " + named(List.of(privateFile, publicFile)) + ".");
      return;
    }
    var pair = kind.generate(size.orElse(KeyKind.BITS));
    NewFile.writeSecret(privateFile, PemText.of(pair.getPrivate(), passphrase));
    NewFile.writePublic(publicFile, PemText.of(pair.getPublic()));
    var wrote = "Wrote %s (%s).".formatted(named(List.of(privateFile, publicFile)), kind);
    show(Optional.of(thumbprint(pair.getPublic())), wrote);
    if (!kind.signsHere()) {
      answer.remark("Sallyport itself does not sign with " + kind + ".");
    }
  }

  private void show(Optional<String> kid, String sentence) {
    var json =
        Json.createObjectBuilder()
            .add("written", kid.isPresent())
            .add("algorithm", kind.name())
            .add("private_key", privateFile.toString())
            .add("public_key", publicFile.toString());
    kid.ifPresent(id -> json.add("kid", id));
    var lines = new ArrayList<>(List.of(sentence));
    kid.ifPresent(id -> lines.add("kid: " + id));
    answer.show(json.build(), lines);
  }

  private static String named(List<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(" and "));
  }

  /** RFC 7638 §3, as the server will call it. */
  private static String thumbprint(PublicKey key) {
    try {
      return PublicJsonWebKey.Factory.newPublicJwk(key)
          .calculateBase64urlEncodedThumbprint("SHA-256");
    } catch (JoseException e) {
      throw new IllegalStateException("the key has no JWK form", e);
    }
  }
}
