package org.sallyport.key.rotation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sallyport.audit.AuditEvent;
import org.sallyport.config.RotationSettings;
import org.sallyport.key.Algorithm;
import org.sallyport.key.KeyStart;
import org.sallyport.key.KeyState;
import org.sallyport.key.StoredKey;
import org.sallyport.key.StoredKeys;
import org.sallyport.store.Changes;

/** The steps in the life of keys, each in one transaction that locks the keys of its algorithm. */
@Stateless
public class KeyRotation {

  /** Who acts where no administrator does. */
  public static final String SERVER = "-";

  @Inject private StoredKeys stored;
  @Inject private RotationSettings settings;
  @Inject private Changes changes;
  @Inject private Event<AuditEvent> audit;
  @Inject private Clock clock;

  /** Publishes a new key, which signs when the overlap is over; false where one waits already. */
  public boolean announce(Algorithm algorithm, String by) {
    var rows = stored.lock(algorithm);
    if (find(rows, KeyState.PUBLISHED).isPresent()) {
      return false;
    }
    var key = stored.generate(algorithm).published(clock.instant().plus(settings.overlap()));
    stored.add(key);
    changes.note();
    audit.fire(new AuditEvent.KeyPublished(key.id(), algorithm.jwa(), by));
    return true;
  }

  /** Announces a key where the active one has signed for as long as the setting says. */
  public void announceDue(Algorithm algorithm) {
    var due = clock.instant().plus(settings.overlap());
    var active = find(stored.lock(algorithm), KeyState.ACTIVE);
    var isDue =
        settings
            .period()
            .flatMap(period -> active.map(key -> key.signsFrom().plus(period)))
            .filter(end -> !end.isAfter(due));
    if (isDue.isPresent()) {
      announce(algorithm, SERVER);
    }
  }

  /** Lets the published key sign when its time has come, and retires the one before it. */
  public void promote(Algorithm algorithm) {
    var now = clock.instant();
    var rows = stored.lock(algorithm);
    var next = find(rows, KeyState.PUBLISHED).filter(key -> !key.signsFrom().isAfter(now));
    if (next.isPresent()) {
      var former = find(rows, KeyState.ACTIVE);
      former.ifPresent(key -> key.retire(now, now.plus(KeyStart.SERVED_AFTERWARDS)));
      stored.flush();
      next.get().activated(now);
      noteActive(next.get(), former);
    }
  }

  /**
   * In an emergency: a new key signs at once, and what the active one has signed is refused. One
   * that waits goes too, as it lay at the same place. False where the key meant is active no more.
   */
  public boolean replace(Algorithm algorithm, String kid, String by) {
    var rows = stored.lock(algorithm);
    var former = find(rows, KeyState.ACTIVE);
    if (former.filter(key -> key.id().equals(kid)).isEmpty()) {
      return false;
    }
    rows.stream()
        .filter(key -> key.state() == KeyState.ACTIVE || key.state() == KeyState.PUBLISHED)
        .forEach(key -> withdraw(key, by));
    stored.flush();
    var key = stored.generate(algorithm).activated(clock.instant());
    stored.add(key);
    noteActive(key, former);
    return true;
  }

  /** Refuses what a retired key has signed; false where there is no such key. */
  public boolean withdraw(Algorithm algorithm, String kid, String by) {
    var key =
        stored.lock(algorithm).stream()
            .filter(row -> row.id().equals(kid) && row.state() == KeyState.RETIRED)
            .findFirst();
    key.ifPresent(
        row -> {
          withdraw(row, by);
          changes.note();
        });
    return key.isPresent();
  }

  private void withdraw(StoredKey key, String by) {
    var now = clock.instant();
    key.withdraw(now, now.plus(KeyStart.SERVED_AFTERWARDS));
    audit.fire(new AuditEvent.KeyWithdrawn(key.id(), key.algorithm().jwa(), by));
  }

  private void noteActive(StoredKey key, Optional<StoredKey> former) {
    changes.note();
    var before = former.map(StoredKey::id).orElse(SERVER);
    audit.fire(new AuditEvent.KeyActivated(key.id(), key.algorithm().jwa(), before));
  }

  /** Removes the keys on which nothing can depend any more. */
  public void clear(Algorithm algorithm) {
    var now = clock.instant();
    stored.lock(algorithm).stream()
        .filter(key -> key.removeAt() != null && !key.removeAt().isAfter(now))
        .forEach(this::remove);
  }

  private void remove(StoredKey key) {
    if (key.isOfFile()) {
      key.forgotten();
    } else {
      stored.remove(key);
    }
    changes.note();
    audit.fire(new AuditEvent.KeyRemoved(key.id(), key.algorithm().jwa()));
  }

  private static Optional<StoredKey> find(List<StoredKey> rows, KeyState state) {
    return rows.stream().filter(row -> row.state() == state).findFirst();
  }
}
