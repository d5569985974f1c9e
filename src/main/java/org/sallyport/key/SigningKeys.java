package org.sallyport.key;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sallyport.config.KeySettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.store.Changed;
import org.sallyport.store.Conflicts;
import org.sallyport.store.DatabaseReady;

/** All keys that sign or once signed: the file's is active for its algorithm, others are stored. */
@ApplicationScoped
public class SigningKeys {

  private record Ring(Map<String, SigningKey> byId, Map<Algorithm, SigningKey> active) {}

  private StoredKeys stored;
  private KeySettings settings;
  private ServerSettings server;
  private Signatures signatures;
  private volatile SigningKey configured;
  private volatile Ring ring;
  private volatile boolean stale;

  protected SigningKeys() {}

  @Inject
  public SigningKeys(
      StoredKeys stored, KeySettings settings, ServerSettings server, Signatures signatures) {
    this.stored = stored;
    this.settings = settings;
    this.server = server;
    this.signatures = signatures;
  }

  void start(@Observes @Priority(DatabaseReady.KEYS) DatabaseReady ready) {
    configured = signatures.prepare(ConfiguredKey.read(settings, server));
    stored.reseal();
    ring = load();
    for (var algorithm : Algorithm.values()) {
      if (!ring.active.containsKey(algorithm)) {
        makeOnce(algorithm);
        ring = load();
      }
    }
  }

  private void makeOnce(Algorithm algorithm) {
    try {
      stored.make(algorithm);
    } catch (RuntimeException e) {
      if (!Conflicts.duplicate(e)) {
        throw e;
      }
      // Another node made it in this moment; ours is forgotten.
    }
  }

  // Read later: where this is heard, a transaction has just ended and WildFly lets nobody read.
  void forget(
      @Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS)
          Changed change) {
    stale = true;
  }

  private Ring ring() {
    if (stale) {
      refresh();
    }
    return ring;
  }

  /** One at a time, so that the last to be kept has read last. */
  private synchronized void refresh() {
    if (stale) {
      stale = false;
      try {
        ring = load();
      } catch (RuntimeException e) {
        // The database is away: the known keys stay, and the next call asks again.
        stale = true;
      }
    }
  }

  private Ring load() {
    var byId = new LinkedHashMap<String, SigningKey>();
    var active = new EnumMap<Algorithm, SigningKey>(Algorithm.class);
    byId.put(configured.kid(), configured);
    active.put(configured.algorithm(), configured);
    for (var row : stored.all()) {
      var known = ring == null ? null : ring.byId.get(row.id());
      var key = known == null ? signatures.prepare(stored.open(row)) : known;
      byId.put(key.kid(), key);
      if (row.isActive()) {
        active.putIfAbsent(key.algorithm(), key);
      }
    }
    return new Ring(byId, active);
  }

  /** The key that signs now. */
  public SigningKey active(Algorithm algorithm) {
    return ring().active.get(algorithm);
  }

  /** The key that a token names; its {@code kid} is a name only. */
  public Optional<SigningKey> find(String kid) {
    return Optional.ofNullable(ring().byId.get(kid));
  }

  public Collection<SigningKey> all() {
    return ring().byId.values();
  }
}
