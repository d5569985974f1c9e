package org.sallyport.client;

import static org.sallyport.oauth.OAuthError.INVALID_CLIENT;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sallyport.oauth.OAuthException;
import org.sallyport.store.Changed;

/** The registered clients, kept in memory until one changes. */
@ApplicationScoped
public class Clients {

  private static final int LONGEST_ID = 128;

  @Inject private ClientRegistry registry;

  /** Replaced whole by a change, so that what was read before it is not kept after it. */
  private static final class Memory {
    final Cache<String, Client> clients =
        Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();
    volatile Set<String> origins;
  }

  private volatile Memory memory = new Memory();

  /** A client, active or not. */
  public Optional<Client> find(String id) {
    if (id.length() > LONGEST_ID) {
      return Optional.empty();
    }
    // MariaDB finds "id " for "id": only the client's own spelling is its id.
    return Optional.ofNullable(memory.clients.get(id, key -> registry.find(key).orElse(null)))
        .filter(client -> client.id().equals(id));
  }

  /**
   * A client that is active.
   *
   * @throws OAuthException {@code invalid_client} when there is none
   */
  public Client require(String id) {
    return find(id)
        .filter(Client::isActive)
        .orElseThrow(() -> INVALID_CLIENT.because("the client is unknown"));
  }

  /** Whether an origin belongs to any active client. */
  public boolean isKnownOrigin(String origin) {
    var current = memory;
    var all = current.origins;
    if (all == null) {
      all =
          registry.withOrigins().stream()
              .flatMap(client -> client.origins().stream())
              .collect(Collectors.toUnmodifiableSet());
      current.origins = all;
    }
    return all.contains(origin);
  }

  /** All of them by name, for administrators. */
  public List<Client> list() {
    return registry.list();
  }

  void forget(
      @Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS)
          Changed change) {
    memory = new Memory();
  }
}
