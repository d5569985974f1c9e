package org.sallyport.oauth;

import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters of a request, RFC 6749 §3.1 and §3.2: an empty value counts as absent, and none
 * but {@code resource} (RFC 8707 §2) may repeat.
 */
public final class Parameters {

  private static final Set<String> REPEATABLE = Set.of("resource");

  public static final Parameters NONE = new Parameters(Map.of());

  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /** Parameters as sent, in order; {@link FormDecoder} makes them from bytes. */
  static Parameters of(Map<String, List<String>> values) {
    return new Parameters(values);
  }

  /**
   * The value of a parameter.
   *
   * @throws OAuthException {@code invalid_request} when it is sent more than once
   */
  public Optional<String> find(String name) {
    var all = values.getOrDefault(name, List.of());
    if (all.size() > 1) {
      throw INVALID_REQUEST.because("a parameter is repeated").detail("repeated parameter");
    }
    return all.isEmpty() || all.get(0).isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /**
   * The value of a parameter that must be there.
   *
   * @throws OAuthException {@code invalid_request} when it is absent or repeated
   */
  public String require(String name) {
    return find(name).orElseThrow(() -> INVALID_REQUEST.because(name + " is missing"));
  }

  /** All values of a parameter that may repeat. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream().filter(v -> !v.isEmpty()).toList();
  }

  /**
   * These parameters, none of which repeats.
   *
   * @throws OAuthException {@code invalid_request} when one does
   */
  public Parameters withoutRepetition() {
    for (var name : values.keySet()) {
      if (!REPEATABLE.contains(name)) {
        find(name);
      }
    }
    return this;
  }

  /** These parameters reduced to some names, repeated ones included. */
  public Parameters only(Set<String> names) {
    return new Parameters(
        values.entrySet().stream()
            .filter(entry -> names.contains(entry.getKey()))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
  }

  /** These parameters without one of them. */
  public Parameters without(String name) {
    var rest = new LinkedHashMap<>(values);
    rest.remove(name);
    return new Parameters(rest);
  }

  /** A read-only view, for writing the parameters down. */
  public Map<String, List<String>> asMap() {
    return Collections.unmodifiableMap(values);
  }

  /** The inverse of {@link #asMap()}. */
  public static Parameters fromMap(Map<String, List<String>> values) {
    var copy = new LinkedHashMap<String, List<String>>();
    values.forEach((name, list) -> copy.put(name, new ArrayList<>(list)));
    return new Parameters(copy);
  }
}
