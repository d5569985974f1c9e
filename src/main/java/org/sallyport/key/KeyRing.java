package org.sallyport.key;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The keys as one node has them: those that are served, and which of them sign. */
record KeyRing(
    List<StoredKey> rows, Map<String, SigningKey> byId, Map<Algorithm, SigningKey> signers) {

  /** The same on each node, so that all publish the same bytes: those that sign come first. */
  private static final Comparator<StoredKey> ORDER =
      Comparator.comparing(StoredKey::state)
          .thenComparing(StoredKey::algorithm)
          .thenComparing(StoredKey::createdAt)
          .thenComparing(StoredKey::id);

  static KeyRing of(List<StoredKey> stored, Function<StoredKey, SigningKey> opener) {
    var rows =
        stored.stream().filter(row -> row.state() != KeyState.REMOVED).sorted(ORDER).toList();
    var byId = new LinkedHashMap<String, SigningKey>();
    rows.stream()
        .filter(row -> row.state().isServed())
        .forEach(row -> byId.put(row.id(), opener.apply(row)));
    var signers = new EnumMap<Algorithm, SigningKey>(Algorithm.class);
    for (var algorithm : Algorithm.values()) {
      candidates(rows, algorithm)
          .map(row -> byId.get(row.id()))
          .filter(SigningKey::canSign)
          .findFirst()
          .ifPresent(key -> signers.put(algorithm, key));
    }
    return new KeyRing(rows, byId, signers);
  }

  /**
   * The active key; while another node has a newer file than this one, the last that this one can
   * sign with.
   */
  private static Stream<StoredKey> candidates(List<StoredKey> rows, Algorithm algorithm) {
    var lastRetired = Comparator.comparing(StoredKey::signsFrom).reversed();
    return Stream.of(
            in(rows, algorithm, KeyState.ACTIVE),
            in(rows, algorithm, KeyState.RETIRED).sorted(lastRetired),
            in(rows, algorithm, KeyState.PUBLISHED))
        .flatMap(Function.identity());
  }

  private static Stream<StoredKey> in(List<StoredKey> rows, Algorithm algorithm, KeyState state) {
    return rows.stream().filter(row -> row.algorithm() == algorithm && row.state() == state);
  }

  private boolean signs(String kid) {
    return signers.values().stream().anyMatch(key -> key.kid().equals(kid));
  }

  /** The retired keys that this node must sign with still. */
  Stream<StoredKey> refuges() {
    return rows.stream()
        .filter(row -> row.state() == KeyState.RETIRED)
        .filter(row -> signs(row.id()));
  }
}
