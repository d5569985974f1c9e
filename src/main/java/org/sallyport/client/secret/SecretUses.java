package org.sallyport.client.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When secrets were used on this node, in memory until the timer writes it down. */
@ApplicationScoped
public class SecretUses {

  private final Map<String, Instant> latest = new ConcurrentHashMap<>();

  /** Notes that a secret was shown. */
  public void note(String secretId, Instant now) {
    latest.put(secretId, now);
  }

  /** The latest use that is not written down yet. */
  public Optional<Instant> find(String secretId) {
    return Optional.ofNullable(latest.get(secretId));
  }

  Map<String, Instant> all() {
    return Map.copyOf(latest);
  }

  /** Forgets a use that is written down, not one that came after it. */
  void forget(String secretId, Instant written) {
    latest.remove(secretId, written);
  }
}
