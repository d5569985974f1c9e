package org.sallyport.storage;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** Starts nodes that share their settings and keys. */
final class Nodes {

  private Nodes() {}

  static CompletableFuture<List<Server>> startTwo(StartOptions options) {
    var other = CompletableFuture.supplyAsync(() -> Server.start(options));
    return CompletableFuture.supplyAsync(() -> Server.start(options))
        .thenCombine(other, (first, second) -> List.of(first, second));
  }

  /** A PEM file with a new RSA key, for its owner only. */
  static Path signingKey() {
    return save(new PemObject("PRIVATE KEY", rsa().getPrivate().getEncoded()));
  }

  /** The same, encrypted. */
  static Path encryptedSigningKey(String passphrase) {
    try {
      var encryptor =
          new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
              .setProvider(new BouncyCastleProvider())
              .setPassword(passphrase.toCharArray())
              .build();
      return save(new JcaPKCS8Generator(rsa().getPrivate(), encryptor));
    } catch (OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair rsa() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path save(PemObjectGenerator object) {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var text = new StringWriter();
    try (var writer = new PemWriter(text)) {
      writer.writeObject(object);
      writer.flush();
      var folder = Files.createDirectories(Path.of("target/keys").toAbsolutePath());
      return Files.writeString(Files.createTempFile(folder, "key-", ".pem", mode), text.toString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
