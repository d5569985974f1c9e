package org.sallyport.admin.api.key;

import java.time.Instant;
import java.util.Optional;
import org.sallyport.admin.api.json.Text;
import org.sallyport.key.KeyState;
import org.sallyport.key.StoredKey;

/** A signing key, without its private part. */
@Text("A signing key; its public part is at /.well-known/jwks.json")
public record KeyItem(
    @Text("Its thumbprint (RFC 7638)") String kid,
    @Text("The signature algorithm (RFC 7518)") String algorithm,
    @Text("Where it is in its life") KeyState state,
    @Text("Whether it is the configured file’s") boolean ofFile,
    @Text("When it was published") Instant createdAt,
    @Text("When it signs from") Instant signsFrom,
    @Text("When it was retired or withdrawn") Optional<Instant> retiredAt,
    @Text("When it is removed") Optional<Instant> removeAt) {

  static KeyItem of(StoredKey key) {
    return new KeyItem(
        key.id(),
        key.algorithm().jwa(),
        key.state(),
        key.isOfFile(),
        key.createdAt(),
        key.signsFrom(),
        Optional.ofNullable(key.retiredAt()),
        Optional.ofNullable(key.removeAt()));
  }

  /** How keys are to follow each other. */
  @Text("How the next key follows")
  public record Rotation(
      @Text("RS256, ES256 or EdDSA; null for the server’s") Optional<String> algorithm,
      @Text(
              "In an emergency: the next key signs now, and what the one before has signed is"
                  + " refused. Usually the next one is published first")
          Optional<Boolean> atOnce) {}
}
