package org.sallyport.cli.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Rows in portions that the server takes at once. */
final class Batches {

  /** The server refuses bodies of 64 KiB; what is around the rows needs little. */
  private static final int MOST_BYTES = 48 * 1024;

  private static final int MOST_ROWS = 200;

  private Batches() {}

  static List<List<JsonObject>> of(List<JsonObject> rows) {
    var batches = new ArrayList<List<JsonObject>>();
    var current = new ArrayList<JsonObject>();
    var bytes = 0;
    for (var row : rows) {
      var length = row.toString().getBytes(UTF_8).length + 1;
      if (!current.isEmpty() && (bytes + length > MOST_BYTES || current.size() == MOST_ROWS)) {
        batches.add(List.copyOf(current));
        current.clear();
        bytes = 0;
      }
      current.add(row);
      bytes += length;
    }
    if (!current.isEmpty()) {
      batches.add(List.copyOf(current));
    }
    return batches;
  }
}
