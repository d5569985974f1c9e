package org.sallyport.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.config.KeySettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.config.source.ConfigurationException;
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

  /** The keys with this name; the two may share it by chance, so each is tried. */
  Stream<EncryptionKey> named(byte id) {
    return Stream.concat(Stream.of(current), previous.stream()).filter(key -> key.id() == id);
  }

  /** The current key's name, one byte. */
  public byte currentId() {
    return current.id();
  }

  /** HMAC-SHA256 under the current key, 32 bytes. */
  public byte[] mac(Purpose purpose, byte[] data) {
    return current.mac(purpose, data);
  }

  /** HMAC-SHA256 under each key with the given name, 32 bytes each. */
  public Stream<byte[]> macs(byte keyId, Purpose purpose, byte[] data) {
    return named(keyId).map(key -> key.mac(purpose, data));
  }
}
