package org.sallyport.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.sallyport.oauth.Randomness;

/**
 * AES-256-GCM (NIST SP 800-38D) in the form {@code version 1 | key id 1 | nonce 12 | ciphertext and
 * tag}; the associated data says where the sealed bytes belong, so they open nowhere else.
 */
@ApplicationScoped
public class Sealer {

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int HEADER_BYTES = 2 + NONCE_BYTES;

  private EncryptionKeys keys;

  protected Sealer() {}

  @Inject
  public Sealer(EncryptionKeys keys) {
    this.keys = keys;
  }

  /** Whether the current key sealed this, so that the previous one is not needed for it. */
  public boolean isCurrent(Purpose purpose, byte[] sealed, String associated) {
    return open(Stream.of(keys.current()), purpose, sealed, associated).isPresent();
  }

  public byte[] seal(Purpose purpose, byte[] plain, String associated) {
    var key = keys.current();
    var nonce = Randomness.bytes(NONCE_BYTES);
    var sealed = crypt(Cipher.ENCRYPT_MODE, key, purpose, nonce, plain, associated).orElseThrow();
    return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
        .put(VERSION)
        .put(key.id())
        .put(nonce)
        .put(sealed)
        .array();
  }

  /** What was sealed; empty when it was altered, belongs elsewhere or the key is not known. */
  public Optional<byte[]> open(Purpose purpose, byte[] sealed, String associated) {
    return sealed.length < 2
        ? Optional.empty()
        : open(keys.named(sealed[1]), purpose, sealed, associated);
  }

  private static Optional<byte[]> open(
      Stream<EncryptionKey> candidates, Purpose purpose, byte[] sealed, String associated) {
    if (sealed.length < HEADER_BYTES + TAG_BYTES || sealed[0] != VERSION) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(sealed, 2, sealed.length - 2);
    var nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    var text = new byte[buffer.remaining()];
    buffer.get(text);
    return candidates
        .flatMap(key -> crypt(Cipher.DECRYPT_MODE, key, purpose, nonce, text, associated).stream())
        .findFirst();
  }

  private static Optional<byte[]> crypt(
      int mode, EncryptionKey key, Purpose purpose, byte[] nonce, byte[] text, String associated) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key.aes(purpose), new GCMParameterSpec(TAG_BYTES * 8, nonce));
      cipher.updateAAD(associated.getBytes(UTF_8));
      return Optional.of(cipher.doFinal(text));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }
}
