package org.sallyport.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.sallyport.oauth.Scopes;

/**
 * Rows of another system's tables.
 *
 * @param mode whether anything is written
 * @param scopes those that its clients may have; made where they are missing
 * @param defaults those of them that are given to who asks for none
 * @param store whose people are those of the other system, by the same names
 */
public record Batch(
    Mode mode,
    Scopes scopes,
    Scopes defaults,
    Optional<String> store,
    List<Map<String, String>> clients,
    List<Map<String, String>> users,
    List<Map<String, String>> refreshTokens) {

  /** The rows of one kind. */
  public static final int MOST_ROWS = 500;

  /** How a batch is taken. */
  public enum Mode {
    WRITE,
    DRY
  }

  public Batch {
    clients = List.copyOf(clients);
    users = List.copyOf(users);
    refreshTokens = List.copyOf(refreshTokens);
  }

  boolean isDry() {
    return mode == Mode.DRY;
  }

  /** What a reader makes of each row, which it is told the place of. */
  static <T> List<T> read(
      String kind,
      List<Map<String, String>> rows,
      BiFunction<String, Map<String, String>, T> reader) {
    if (rows.size() > MOST_ROWS) {
      throw new MalformedBatchException(kind, "send at most " + MOST_ROWS + " rows");
    }
    var all = new ArrayList<T>();
    for (var row : rows) {
      all.add(reader.apply(kind + "." + all.size(), row));
    }
    return all;
  }

  /** Without any row, as rows hold credentials. */
  @Override
  public String toString() {
    return "Batch[%d, %d, %d]".formatted(clients.size(), users.size(), refreshTokens.size());
  }
}
