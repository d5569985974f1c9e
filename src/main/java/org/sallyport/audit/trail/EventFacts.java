package org.sallyport.audit.trail;

import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.sallyport.audit.AuditEvent;
import org.sallyport.audit.Difference;
import org.sallyport.oauth.Json;

/** An event in columns, by the names of its components; those without a column are the detail. */
record EventFacts(
    String kind, String actor, String user, String client, String address, String detail) {

  static final int LONGEST_DETAIL = 8000; // characters, as the column
  private static final String NOBODY = "-";

  /** An event, and the client by whose token it was done, or null. */
  static EventFacts of(AuditEvent event, String via) {
    var values = values(event);
    values.put("via", via);
    var user = id(values.remove("userId"), 36);
    var administrator = id(values.remove("administratorId"), 128);
    var actor = values.containsKey("by") ? id(values.remove("by"), 128) : administrator;
    return new EventFacts(
        event.getClass().getSimpleName(),
        actor == null && !event.isDoneToUser() ? user : actor,
        user,
        id(values.remove("clientId"), 128),
        id(values.remove("address"), 64),
        detail(values));
  }

  private static Map<String, Object> values(AuditEvent event) {
    var values = new LinkedHashMap<String, Object>();
    for (var component : event.getClass().getRecordComponents()) {
      values.put(component.getName(), value(event, component));
    }
    return values;
  }

  private static Object value(AuditEvent event, RecordComponent component) {
    try {
      return component.getAccessor().invoke(event);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a public record has public accessors", e);
    }
  }

  /** What somebody else typed may be longer than any id is. */
  private static String id(Object value, int longest) {
    var text = value == null ? NOBODY : value.toString();
    return text.equals(NOBODY) ? null : cut(text, longest);
  }

  private static String detail(Map<String, Object> values) {
    var longest = 2000;
    String json;
    do {
      json = json(values, longest);
      longest /= 4;
    } while (json.length() > LONGEST_DETAIL && longest > 0);
    return json.length() > LONGEST_DETAIL ? "{}" : json;
  }

  private static String json(Map<String, Object> values, int longest) {
    var json = Json.object();
    values.forEach(
        (name, value) -> {
          if (value instanceof Difference difference) {
            json.add("before", fields(difference.before(), longest));
            json.add("after", fields(difference.after(), longest));
          } else if (value != null) {
            json.add(name, cut(value.toString(), longest));
          }
        });
    return json.build().toString();
  }

  private static JsonObjectBuilder fields(Map<String, String> fields, int longest) {
    var json = Json.object();
    new TreeMap<>(fields).forEach((name, value) -> json.add(name, cut(value, longest)));
    return json;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
