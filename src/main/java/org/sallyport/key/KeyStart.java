package org.sallyport.key;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.config.RotationSettings;
import org.sallyport.store.Changes;

/** At the start of a node: each algorithm has an active key, and the file's key has its place. */
@Stateless
public class KeyStart {

  /** LifetimeSettings lets no token live for more than a day; clocks may differ a little. */
  public static final Duration SERVED_AFTERWARDS = Duration.ofDays(1).plusMinutes(5);

  private static final Logger LOG = System.getLogger(KeyStart.class.getName());

  @Inject private StoredKeys stored;
  @Inject private RotationSettings settings;
  @Inject private Changes changes;
  @Inject private Clock clock;

  /** Fails as a duplicate where another node does the same in this moment. */
  public void settle(Algorithm algorithm, SigningKey configured) {
    var rows = stored.lock(algorithm);
    var active = find(rows, KeyState.ACTIVE);
    if (configured.algorithm() == algorithm && !isWithdrawn(rows, configured)) {
      settleFile(rows, active, configured);
    } else if (active.isEmpty() || active.get().isOfFile()) {
      succeed(active, stored.generate(algorithm));
    }
  }

  private static boolean isWithdrawn(List<StoredKey> rows, SigningKey configured) {
    var withdrawn =
        known(rows, configured).filter(row -> row.state() == KeyState.WITHDRAWN).isPresent();
    if (withdrawn) {
      LOG.log(
          Level.WARNING,
          "The key {0} of OAUTH2_PRIVATE_KEY_PATH was withdrawn by an administrator and is not"
              + " used; name another file.",
          configured.kid());
    }
    return withdrawn;
  }

  private void settleFile(List<StoredKey> rows, Optional<StoredKey> active, SigningKey configured) {
    var known = known(rows, configured);
    if (active.isEmpty() || isReplaced(active.get(), configured)) {
      succeed(active, known.orElseGet(() -> stored.ofFile(configured)));
    } else if (known.isEmpty()) {
      announce(rows, stored.ofFile(configured));
    }
  }

  /** Whether the active key was another file's, with which this node cannot sign. */
  private static boolean isReplaced(StoredKey active, SigningKey configured) {
    return active.isOfFile() && !active.id().equals(configured.kid());
  }

  private void succeed(Optional<StoredKey> active, StoredKey key) {
    var now = clock.instant();
    active.ifPresent(former -> former.retire(now, now.plus(SERVED_AFTERWARDS)));
    stored.flush();
    save(key.activated(now));
  }

  /** A key of the server signs until everyone knows the file's; one that waits gives way. */
  private void announce(List<StoredKey> rows, StoredKey key) {
    find(rows, KeyState.PUBLISHED).ifPresent(stored::remove);
    stored.flush();
    save(key.published(clock.instant().plus(settings.overlap())));
  }

  private void save(StoredKey key) {
    stored.add(key);
    changes.note();
  }

  private static Optional<StoredKey> known(List<StoredKey> rows, SigningKey key) {
    return rows.stream().filter(row -> row.id().equals(key.kid())).findFirst();
  }

  private static Optional<StoredKey> find(List<StoredKey> rows, KeyState state) {
    return rows.stream().filter(row -> row.state() == state).findFirst();
  }

  /** Serves a retired key longer, as a node signs with it still. */
  public void keep(StoredKey key) {
    stored.lock(key.algorithm()).stream()
        .filter(row -> row.id().equals(key.id()) && row.state() == KeyState.RETIRED)
        .forEach(row -> row.keep(later()));
    changes.note();
  }

  private Instant later() {
    return clock.instant().plus(SERVED_AFTERWARDS);
  }
}
