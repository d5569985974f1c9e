package org.sallyport.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.key.EncryptionKeys;
import org.sallyport.key.Purpose;
import org.sallyport.oauth.Base62;

/**
 * The form of refresh tokens: {@code key id 1 | grant id 16 | generation 4 | MAC 26} bytes in 64
 * characters. None is stored; the MAC is checked before the database is asked.
 */
@ApplicationScoped
public class RefreshTokens {

  private static final int CONTENT_BYTES = 1 + 16 + 4;

  private EncryptionKeys keys;

  protected RefreshTokens() {}

  @Inject
  public RefreshTokens(EncryptionKeys keys) {
    this.keys = keys;
  }

  /** The one text of a token under the current key. */
  public String write(RefreshToken token) {
    var content =
        ByteBuffer.allocate(CONTENT_BYTES)
            .put(keys.currentId())
            .putLong(token.grantId().getMostSignificantBits())
            .putLong(token.grantId().getLeastSignificantBits())
            .putInt(token.generation())
            .array();
    var mac = keys.mac(Purpose.REFRESH, content);
    return Base62.encode(
        ByteBuffer.allocate(Base62.BYTES)
            .put(content)
            .put(mac, 0, Base62.BYTES - CONTENT_BYTES)
            .array());
  }

  /** What a text says; empty when it is no token of ours. */
  public Optional<RefreshToken> read(String text) {
    return Base62.decode(text).filter(this::isAuthentic).map(RefreshTokens::content);
  }

  private boolean isAuthentic(byte[] token) {
    var content = Arrays.copyOf(token, CONTENT_BYTES);
    var sent = Arrays.copyOfRange(token, CONTENT_BYTES, token.length);
    return keys.macs(content[0], Purpose.REFRESH, content)
        .map(mac -> Arrays.copyOf(mac, sent.length))
        .anyMatch(mac -> MessageDigest.isEqual(mac, sent));
  }

  private static RefreshToken content(byte[] token) {
    var buffer = ByteBuffer.wrap(token, 1, CONTENT_BYTES - 1);
    return new RefreshToken(new UUID(buffer.getLong(), buffer.getLong()), buffer.getInt());
  }
}
