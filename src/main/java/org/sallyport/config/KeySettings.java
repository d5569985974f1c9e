package org.sallyport.config;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Setting;

/** Signing and encryption keys; the names are those of the servers that Sallyport replaces. */
public record KeySettings(
    @Setting(
            key = "OAUTH2_PRIVATE_KEY_PATH",
            text =
                "PEM file of the signing key (RSA, EC P-256 or Ed25519; PKCS#8, PKCS#1 or SEC1,"
                    + " encrypted or not); not readable by others.")
        Optional<String> privateKeyPath,
    @Setting(
            key = "OAUTH2_PUBLIC_KEY_PATH",
            text = "PEM file of its public key; when given, the two must match.")
        Optional<String> publicKeyPath,
    @Setting(
            key = "OAUTH2_PRIVATE_KEY_PASSPHRASE",
            text = "Passphrase of the signing key's file.",
            secret = true)
        Optional<String> privateKeyPassphrase,
    @Setting(
            key = "OAUTH2_ENCRYPTION_KEY",
            text = "Any text of at least 32 bytes; seals what the database keeps secret.",
            secret = true)
        Optional<String> encryptionKey,
    @Setting(
            key = "OAUTH2_ENCRYPTION_KEY_PREVIOUS",
            text = "The encryption key before a change, until everything is sealed anew.",
            secret = true)
        Optional<String> previousEncryptionKey,
    @Setting(
            key = "sallyport.signing.algorithm",
            value = "RS256",
            text = "Signs access tokens of clients that name none: RS256, ES256 or EdDSA.")
        String algorithm,
    @Setting(
            key = "sallyport.signing.provider",
            value = "corretto",
            text =
                "corretto signs with the Amazon Corretto Crypto Provider where the platform has it"
                    + " (Linux on x86_64 or aarch64), several times as fast; jdk never does.")
        String provider) {

  /** Signature algorithms of this server, RFC 7518 §3.1 and RFC 8037 §3.1. */
  public static final Set<String> ALGORITHMS = Set.of("RS256", "ES256", "EdDSA");

  public KeySettings {
    longEnough("OAUTH2_ENCRYPTION_KEY", encryptionKey);
    longEnough("OAUTH2_ENCRYPTION_KEY_PREVIOUS", previousEncryptionKey);
    if (!ALGORITHMS.contains(algorithm)) {
      throw new ConfigurationException(
          "sallyport.signing.algorithm: \"%s\" is unknown; write RS256, ES256 or EdDSA."
              .formatted(algorithm));
    }
    if (!Set.of("corretto", "jdk").contains(provider)) {
      throw new ConfigurationException(
          "sallyport.signing.provider: \"%s\" is unknown; write corretto or jdk."
              .formatted(provider));
    }
    if (publicKeyPath.isPresent() && privateKeyPath.isEmpty()) {
      throw new ConfigurationException(
          "OAUTH2_PRIVATE_KEY_PATH: it is missing while OAUTH2_PUBLIC_KEY_PATH is set; set both.");
    }
  }

  private static void longEnough(String key, Optional<String> value) {
    value.ifPresent(
        text -> {
          if (text.getBytes(StandardCharsets.UTF_8).length < 32) {
            throw new ConfigurationException(
                key + ": the value is shorter than 32 bytes; write a longer random text.");
          }
        });
  }

  /** Without the values. */
  @Override
  public String toString() {
    return "KeySettings[" + algorithm + "]";
  }
}
