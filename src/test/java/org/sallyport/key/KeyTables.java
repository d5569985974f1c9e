package org.sallyport.key;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sallyport.config.RotationSettings;
import org.sallyport.store.Changes;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;

/** A database without keys, and what works on it. */
public final class KeyTables {

  public final MemoryDatabase database = MemoryDatabase.shared();
  public final SettableClock clock = new SettableClock();
  public final List<Object> events = new ArrayList<>();
  public final RotationSettings settings =
      new RotationSettings(Optional.of("P90D"), Duration.ofMinutes(10));
  public final StoredKeys stored;
  public final Changes changes;
  private final KeyStart begin;

  /** Removes what other tests have left. */
  public KeyTables() {
    var secrets =
        new EncryptionKeys(
            TestSettings.keys("an encryption key of 32 bytes or more", "RS256"),
            TestSettings.server(TestSettings.LOOPBACK));
    stored = Injection.into(new StoredKeys(), database.entities(), new Sealer(secrets), clock);
    changes =
        Injection.into(new Changes(), database.entities(), Beans.eventsInto(new ArrayList<>()));
    begin = Injection.into(new KeyStart(), stored, settings, changes, clock);
    database.transaction(
        () -> database.entities().createQuery("DELETE FROM StoredKey k").executeUpdate());
  }

  /** A key as a file holds it. */
  static SigningKey file(Algorithm algorithm) {
    var pair = algorithm.generate();
    return SigningKey.of(algorithm, pair.getPrivate(), pair.getPublic());
  }

  /** A node starts with a key file; the key that signs for an algorithm then. */
  public SigningKey start(Algorithm algorithm, SigningKey configured) {
    database.transaction(
        () -> {
          begin.settle(algorithm, configured);
          return null;
        });
    return ring(configured).signers().get(algorithm);
  }

  /** A node starts with the file of another algorithm. */
  public SigningKey start(Algorithm algorithm) {
    return start(algorithm, file(algorithm == Algorithm.EDDSA ? Algorithm.ES256 : Algorithm.EDDSA));
  }

  /** The keys as a node with this file has them. */
  KeyRing ring(SigningKey configured) {
    return KeyRing.of(
        stored.all(), row -> row.id().equals(configured.kid()) ? configured : stored.open(row));
  }

  /** The states of the keys by their ids, or null. */
  public KeyState state(String kid) {
    database.entities().clear();
    return stored.all().stream()
        .filter(row -> row.id().equals(kid))
        .map(StoredKey::state)
        .findFirst()
        .orElse(null);
  }
}
