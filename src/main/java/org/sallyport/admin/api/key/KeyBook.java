package org.sallyport.admin.api.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.config.KeySettings;
import org.sallyport.key.Algorithm;
import org.sallyport.key.KeyState;
import org.sallyport.key.StoredKey;
import org.sallyport.key.StoredKeys;
import org.sallyport.key.rotation.KeyRotation;
import org.sallyport.store.Conflicts;

/** What the API does to keys, by the service of the pages. */
@ApplicationScoped
public class KeyBook {

  @Inject private StoredKeys stored;
  @Inject private KeyRotation rotation;
  @Inject private KeySettings settings;

  /** By algorithm, the one that signs first. */
  List<KeyItem> list() {
    return rows()
        .sorted(
            Comparator.comparing(StoredKey::algorithm)
                .thenComparing(StoredKey::state)
                .thenComparing(StoredKey::signsFrom, Comparator.reverseOrder()))
        .map(KeyItem::of)
        .toList();
  }

  private Stream<StoredKey> rows() {
    return stored.all().stream().filter(row -> row.state() != KeyState.REMOVED);
  }

  /** The key that will sign next, or signs now. */
  KeyItem rotate(KeyItem.Rotation wanted, String by) {
    var name = wanted.algorithm().orElse(settings.algorithm());
    if (!KeySettings.ALGORITHMS.contains(name)) {
      throw ApiProblem.of("algorithm", "it must be RS256, ES256 or EdDSA");
    }
    var algorithm = Algorithm.of(name);
    var state = wanted.atOnce().orElse(false) ? KeyState.ACTIVE : KeyState.PUBLISHED;
    var before = find(algorithm, KeyState.ACTIVE);
    var done =
        Conflicts.retryDuplicate(
            () ->
                state == KeyState.PUBLISHED
                    ? rotation.announce(algorithm, by)
                    : before.filter(key -> rotation.replace(algorithm, key.id(), by)).isPresent());
    if (!done) {
      throw ApiError.CONFLICT.because("a key waits already, or another one signs by now");
    }
    return find(algorithm, state).map(KeyItem::of).orElseThrow(this::gone);
  }

  private Optional<StoredKey> find(Algorithm algorithm, KeyState state) {
    return rows().filter(row -> row.algorithm() == algorithm && row.state() == state).findFirst();
  }

  private ApiProblem gone() {
    return ApiError.MISSING.because("there is no such key");
  }

  /** Refuses what a retired key has signed. */
  void withdraw(String kid, String by) {
    var key = rows().filter(row -> row.id().equals(kid)).findFirst().orElseThrow(this::gone);
    var done = Conflicts.retry(() -> rotation.withdraw(key.algorithm(), kid, by));
    if (!done) {
      throw ApiError.CONFLICT.because("only a retired key can be withdrawn: rotate at once");
    }
  }
}
