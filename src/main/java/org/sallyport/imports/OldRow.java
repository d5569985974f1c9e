package org.sallyport.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A row of another system's table: texts by the names of their columns. */
final class OldRow {

  private final String place;
  private final Map<String, String> columns;

  private OldRow(String place, Map<String, String> columns) {
    this.place = place;
    this.columns = columns;
  }

  /**
   * A row with no other columns than these.
   *
   * @throws MalformedBatchException when it has another one
   */
  static OldRow of(String place, Map<String, String> columns, Set<String> known) {
    for (var name : columns.keySet()) {
      if (!known.contains(name)) {
        throw new MalformedBatchException(place, "there is a column that is not known here");
      }
    }
    return new OldRow(place, columns);
  }

  /** A text; empty where there is none. */
  Optional<String> find(String name) {
    return Optional.ofNullable(columns.get(name)).filter(text -> !text.isEmpty());
  }

  /** A text that must be there. */
  String text(String name) {
    return find(name).orElseThrow(() -> wrong(name, "it is missing"));
  }

  /** The words of a list that is written with spaces. */
  List<String> words(String name) {
    return find(name).stream()
        .flatMap(text -> Arrays.stream(text.strip().split("\\s+")))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /** Whether something is said to be on. */
  boolean is(String name) {
    return truth(name).filter("true"::equals).isPresent();
  }

  /** Whether something is said to be off. */
  boolean isNot(String name) {
    return truth(name).filter("false"::equals).isPresent();
  }

  private Optional<String> truth(String name) {
    var text = find(name);
    if (text.filter(word -> !word.equals("true") && !word.equals("false")).isPresent()) {
      throw wrong(name, "it must be true or false");
    }
    return text;
  }

  /** How many; none where it is not said. */
  long count(String name) {
    try {
      return find(name).map(Long::parseLong).orElse(0L);
    } catch (NumberFormatException e) {
      throw wrong(name, "it must be a number");
    }
  }

  private MalformedBatchException wrong(String name, String reason) {
    return new MalformedBatchException(place + "." + name, reason);
  }
}
