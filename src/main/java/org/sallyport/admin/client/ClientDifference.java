package org.sallyport.admin.client;

import jakarta.json.JsonException;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sallyport.oauth.Json;

/**
 * A field that somebody else has changed while a form was open: what it was in the form at first,
 * what it is now, and what was typed; {@code kept} tells that the typed one stays in the form.
 */
public record ClientDifference(
    String field, String before, String theirs, String yours, boolean kept) {

  /** What others changed; where nothing was typed in such a field, the form takes theirs. */
  static List<ClientDifference> between(
      Map<String, String> before, Map<String, String> theirs, Map<String, String> yours) {
    var differences = new ArrayList<ClientDifference>();
    for (var field : theirs.keySet()) {
      var was = before.getOrDefault(field, "");
      var is = theirs.get(field);
      var typed = yours.getOrDefault(field, "");
      if (!Objects.equals(was, is) && !Objects.equals(typed, is)) {
        differences.add(new ClientDifference(field, was, is, typed, !Objects.equals(typed, was)));
      }
    }
    return differences;
  }

  /** The fields as a form carries them, to know later what it began with. */
  static String write(Map<String, String> fields) {
    return Json.object(Map.copyOf(fields)).build().toString();
  }

  /** The fields that a form began with; none where it does not say so in good form. */
  static Map<String, String> read(String text) {
    try {
      return Json.parse(text).entrySet().stream()
          .filter(field -> field.getValue() instanceof JsonString)
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, field -> ((JsonString) field.getValue()).getString()));
    } catch (JsonException e) {
      return Map.of();
    }
  }

  public String getKey() {
    return "client.field." + field;
  }

  public String getTheirs() {
    return theirs;
  }

  public String getYours() {
    return yours;
  }

  public boolean isKept() {
    return kept;
  }
}
