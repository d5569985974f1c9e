package org.sallyport.client.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sallyport.store.Conflicts;

/** Secrets that came as a hash of another system: the first good use keeps the digest instead. */
@ApplicationScoped
public class HashedSecrets {

  /** Characters of a secret that nobody finds by trying, so that its digest may be kept. */
  public static final int SHORTEST_RANDOM = 32;

  @Inject private SlowHashes hashes;
  @Inject private ClientSecrets secrets;
  @Inject private Clock clock;

  /** The secret that was shown, among those of a client that no digest has proved. */
  public Optional<ClientSecret> find(List<ClientSecret> known, String shown) {
    var now = clock.instant();
    var found =
        known.stream()
            .filter(secret -> secret.isAlive(now) && secret.slowHash().isPresent())
            .filter(secret -> hashes.matches(shown, secret.slowHash().get()))
            .findFirst();
    found
        .filter(secret -> shown.length() >= SHORTEST_RANDOM)
        .ifPresent(secret -> keepDigest(secret, shown));
    return found;
  }

  private void keepDigest(ClientSecret secret, String shown) {
    Conflicts.retry(
        () -> {
          secrets.upgrade(secret, shown);
          return null;
        });
  }
}
