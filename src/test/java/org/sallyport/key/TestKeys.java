package org.sallyport.key;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Signing keys for tests, made in memory: one an algorithm. */
public final class TestKeys extends SigningKeys {

  private final Map<Algorithm, SigningKey> keys = new LinkedHashMap<>();

  /** Makes a key for each algorithm. */
  public TestKeys() {
    for (var algorithm : Algorithm.values()) {
      var pair = algorithm.generate();
      keys.put(algorithm, SigningKey.of(algorithm, pair.getPrivate(), pair.getPublic()));
    }
  }

  @Override
  public SigningKey active(Algorithm algorithm) {
    return keys.get(algorithm);
  }

  @Override
  public Optional<SigningKey> find(String kid) {
    return keys.values().stream().filter(key -> key.kid().equals(kid)).findFirst();
  }
}
