package org.sallyport.key.rotation;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sallyport.config.RotationSettings;
import org.sallyport.key.Algorithm;
import org.sallyport.key.KeyStart;
import org.sallyport.key.KeyState;
import org.sallyport.key.SigningKeys;
import org.sallyport.key.StoredKey;
import org.sallyport.store.Conflicts;
import org.sallyport.store.cleanup.Leases;

/** Takes the steps whose time has come, on one node; asks memory, so that waiting costs nothing. */
@Singleton
@DependsOn("Migration")
@TransactionManagement(TransactionManagementType.BEAN)
public class RotationTimer {

  private static final Logger LOG = System.getLogger(RotationTimer.class.getName());
  private static final Duration LEASE = Duration.ofSeconds(30);

  @Inject private SigningKeys keys;
  @Inject private KeyRotation rotation;
  @Inject private KeyStart begin;
  @Inject private RotationSettings settings;
  @Inject private Leases leases;
  @Inject private Clock clock;

  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  void run() {
    try {
      keys.refuges().stream().filter(this::isSoonGone).forEach(this::keep);
      if (keys.rows().stream().anyMatch(this::isDue) && leases.take("keys", LEASE)) {
        for (var algorithm : Algorithm.values()) {
          step(() -> rotation.promote(algorithm));
          step(() -> rotation.clear(algorithm));
          step(() -> rotation.announceDue(algorithm));
        }
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the rotation of keys goes on in a moment: {0}", e.getMessage());
    }
  }

  /** Served for an hour less than it would be if it had signed now. */
  private boolean isSoonGone(StoredKey refuge) {
    var latest = clock.instant().plus(KeyStart.SERVED_AFTERWARDS).minus(Duration.ofHours(1));
    return refuge.removeAt().isBefore(latest);
  }

  private void keep(StoredKey refuge) {
    step(() -> begin.keep(refuge));
  }

  private boolean isDue(StoredKey key) {
    var now = clock.instant();
    return switch (key.state()) {
      case PUBLISHED -> !key.signsFrom().isAfter(now);
      case RETIRED, WITHDRAWN -> key.removeAt() != null && !key.removeAt().isAfter(now);
      case ACTIVE -> isOld(key, now.plus(settings.overlap())) && !isFollowed(key);
      default -> false;
    };
  }

  private boolean isOld(StoredKey key, Instant due) {
    return settings.period().filter(p -> !key.signsFrom().plus(p).isAfter(due)).isPresent();
  }

  private boolean isFollowed(StoredKey key) {
    return keys.rows().stream()
        .anyMatch(row -> row.algorithm() == key.algorithm() && row.state() == KeyState.PUBLISHED);
  }

  private static void step(Runnable transaction) {
    Conflicts.retry(
        () -> {
          transaction.run();
          return null;
        });
  }
}
