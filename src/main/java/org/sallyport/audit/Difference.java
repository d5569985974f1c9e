package org.sallyport.audit;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What fields held before and after a change, by their names, never a credential. */
public record Difference(Map<String, String> before, Map<String, String> after) {

  public Difference {
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }

  /** The fields that are not alike; one that is absent is empty. */
  public static Difference between(Map<String, ?> before, Map<String, ?> after) {
    var was = new TreeMap<String, String>();
    var is = new TreeMap<String, String>();
    var names = new TreeMap<String, Object>(before);
    names.putAll(after);
    for (var name : names.keySet()) {
      var one = Objects.toString(before.get(name), "");
      var other = Objects.toString(after.get(name), "");
      if (!one.equals(other)) {
        was.put(name, one);
        is.put(name, other);
      }
    }
    return new Difference(was, is);
  }

  /** The names only, as the log has room for one line. */
  @Override
  public String toString() {
    return String.join(" ", new TreeMap<>(after).keySet());
  }
}
