package org.sallyport.key;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sallyport.config.KeySettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.store.Changed;
import org.sallyport.store.Conflicts;
import org.sallyport.store.DatabaseReady;

/** All keys that are served, prepared for signing: which signs is the same on every node. */
@ApplicationScoped
public class SigningKeys {

  private StoredKeys stored;
  private KeyStart begin;
  private KeySettings settings;
  private ServerSettings server;
  private Signatures signatures;
  private volatile SigningKey configured;
  private volatile KeyRing ring;
  private volatile boolean stale;

  protected SigningKeys() {}

  @Inject
  public SigningKeys(
      StoredKeys stored,
      KeyStart begin,
      KeySettings settings,
      ServerSettings server,
      Signatures signatures) {
    this.stored = stored;
    this.begin = begin;
    this.settings = settings;
    this.server = server;
    this.signatures = signatures;
  }

  void start(@Observes @Priority(DatabaseReady.KEYS) DatabaseReady ready) {
    configured = signatures.prepare(ConfiguredKey.read(settings, server, signatures::generate));
    stored.reseal();
    for (var algorithm : Algorithm.values()) {
      // Where another node has done it in this moment, there is nothing left to do.
      Conflicts.retryDuplicate(
          () -> {
            begin.settle(algorithm, configured);
            return null;
          });
    }
    ring = load();
  }

  // Read later: where this is heard, a transaction has just ended and WildFly lets nobody read.
  void forget(
      @Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS)
          Changed change) {
    stale = true;
  }

  private KeyRing ring() {
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

  private KeyRing load() {
    return KeyRing.of(stored.all(), this::opened);
  }

  /** Prepared once: what was known before is the same object still. */
  private SigningKey opened(StoredKey row) {
    if (row.id().equals(configured.kid())) {
      return configured;
    }
    var known = ring == null ? null : ring.byId().get(row.id());
    return known == null ? signatures.prepare(stored.open(row)) : known;
  }

  /** The key that signs now. */
  public SigningKey active(Algorithm algorithm) {
    return ring().signers().get(algorithm);
  }

  /** The key that a token names; its {@code kid} is a name only. */
  public Optional<SigningKey> find(String kid) {
    return Optional.ofNullable(ring().byId().get(kid));
  }

  public Collection<SigningKey> all() {
    return ring().byId().values();
  }

  /** What the database says of them, those that sign first. */
  public List<StoredKey> rows() {
    return ring().rows();
  }

  /** The retired keys with which this node must sign until it has the newer file. */
  public List<StoredKey> refuges() {
    return ring().refuges().toList();
  }
}
