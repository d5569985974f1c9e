package org.sallyport.cli.terminal;

import static java.util.stream.Collectors.joining;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Rows in columns that are as wide as what they hold. */
public final class Table {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** With its first line. */
  public Table(List<String> titles) {
    rows.add(titles);
  }

  /** The members of an object, one a line. */
  public static List<String> of(JsonObject json) {
    return json.keySet().stream().map(name -> (name + ": " + text(json, name)).strip()).toList();
  }

  /** The same members of each object. */
  public static List<String> of(List<String> members, List<JsonObject> objects) {
    var table = new Table(members);
    for (var object : objects) {
      table.add(members.stream().map(name -> text(object, name)).toList());
    }
    return table.lines();
  }

  /** A member as people read it; empty where it is missing. */
  public static String text(JsonObject object, String member) {
    return text(object.getOrDefault(member, JsonValue.NULL));
  }

  private static String text(JsonValue value) {
    return switch (value.getValueType()) {
      case NULL -> "";
      case STRING -> ((JsonString) value).getString();
      case ARRAY -> value.asJsonArray().stream().map(Table::text).collect(joining(" "));
      default -> value.toString();
    };
  }

  /** A cell for each title. */
  public void add(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  public List<String> lines() {
    var widths = new int[rows.get(0).size()];
    for (var cells : rows) {
      for (var column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], length(cells.get(column)));
      }
    }
    return rows.stream().map(cells -> line(cells, widths)).toList();
  }

  private static String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (var column = 0; column < widths.length; column++) {
      var cell = cells.get(column);
      line.append(cell).append(" ".repeat(widths[column] - length(cell))).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
