package org.sallyport.user.store;

import java.util.Optional;
import org.sallyport.oauth.Digest;

/**
 * Whether a person is active, and the digest of something that changes with their password; empty
 * where the store tells no such thing.
 */
public record Standing(boolean active, Optional<String> stamp) {

  /** The same with something that changes with the password, of which only the digest is kept. */
  public Standing with(Optional<String> toldWithPassword) {
    return new Standing(active, toldWithPassword.map(told -> Digest.of(told).value()));
  }
}
