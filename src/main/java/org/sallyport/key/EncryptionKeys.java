package org.sallyport.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.config.ConfigurationException;
import org.sallyport.config.KeySettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.oauth.Randomness;

/** The current encryption key, and the previous one while an operator changes it. */
@ApplicationScoped
public class EncryptionKeys {

  private EncryptionKey current;
  private Optional<EncryptionKey> previous;

  protected EncryptionKeys() {}

  @Inject
  public EncryptionKeys(KeySettings keys, ServerSettings server) {
    current = EncryptionKey.derive(keys.encryptionKey().orElseGet(() -> development(server)));
    previous = keys.previousEncryptionKey().map(EncryptionKey::derive);
  }

  private static String development(ServerSettings server) {
    if (server.production()) {
      throw new ConfigurationException(
          "OAUTH2_ENCRYPTION_KEY: it is missing; set it to any random text of at least 32 bytes.");
    }
    return KeyFiles.readOrMake(server.data().resolve("encryption.key"), Randomness::secret);
  }

  EncryptionKey current() {
    return current;
  }

  Optional<EncryptionKey> find(byte id) {
    return Stream.concat(Stream.of(current), previous.stream())
        .filter(key -> key.id() == id)
        .findFirst();
  }

  /** The current key's name, one byte. */
  public byte currentId() {
    return current.id();
  }

  /** HMAC-SHA256, 32 bytes, under the key with the given name; empty when there is no such key. */
  public Optional<byte[]> mac(byte keyId, Purpose purpose, byte[] data) {
    return find(keyId).map(key -> key.mac(purpose, data));
  }
}
