package org.sallyport.admin.api.openapi;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sallyport.admin.api.description.Operation.Sent;
import org.sallyport.admin.api.json.Shape;
import org.sallyport.admin.api.json.Shape.Member;
import org.sallyport.admin.api.json.Shape.Need;
import org.sallyport.admin.api.json.Text;
import org.sallyport.oauth.Json;

/** The schemas of records, JSON Schema 2020-12, by their names; noted as they are referred to. */
final class Schemas {

  private final Map<String, JsonObject> known = new TreeMap<>();

  /** All that were referred to. */
  JsonObject all() {
    var all = Json.object();
    known.forEach(all::add);
    return all.build();
  }

  /** A reference to what is answered: every member is there. */
  JsonObject answer(Class<? extends Record> type) {
    return reference(type, name(type), names(type));
  }

  /** A reference to what is sent. */
  JsonObject request(Class<? extends Record> type, Sent sent, List<String> needs) {
    return switch (sent) {
      case PATCH -> reference(type, name(type) + "Patch", List.of());
      case PART -> reference(type, name(type), needs);
      case WHOLE -> reference(type, name(type), required(type));
    };
  }

  private static List<String> names(Class<? extends Record> type) {
    return Shape.of(type).members().stream().map(Member::name).toList();
  }

  private static List<String> required(Class<? extends Record> type) {
    return Shape.of(type).members().stream()
        .filter(member -> member.need() == Need.REQUIRED)
        .map(Member::name)
        .toList();
  }

  private JsonObject reference(Class<? extends Record> type, String name, List<String> required) {
    if (!known.containsKey(name)) {
      known.put(name, JsonObject.EMPTY_JSON_OBJECT);
      known.put(name, schema(type, required));
    }
    return Json.object().add("$ref", "#/components/schemas/" + name).build();
  }

  /** {@code UserView.Made} is {@code UserViewMade}. */
  private static String name(Class<?> type) {
    var outer = type.getEnclosingClass();
    return (outer == null ? "" : outer.getSimpleName()) + type.getSimpleName();
  }

  private JsonObject schema(Class<? extends Record> type, List<String> required) {
    var schema = Json.object().add("type", "object");
    var text = type.getAnnotation(Text.class);
    if (text != null) {
      schema.add("description", text.value());
    }
    var members = Json.object();
    Shape.of(type).members().forEach(member -> members.add(member.name(), member(member)));
    schema.add("properties", members);
    if (!required.isEmpty()) {
      schema.add("required", Json.array(required));
    }
    return schema.add("additionalProperties", false).build();
  }

  private JsonObject member(Member member) {
    var schema = Json.object();
    if (!member.text().isEmpty()) {
      schema.add("description", member.text());
    }
    var raw = Shape.raw(member.type());
    if (raw.isRecord()) {
      var one = Json.array().add(answer(raw.asSubclass(Record.class)));
      return schema.add("anyOf", orNull(member, one, Json.object().add("type", "null"))).build();
    }
    schema.add("type", type(member, raw));
    describe(schema, member.type(), raw);
    if (raw.isEnum()) {
      schema.add("enum", orNull(member, Json.array(Shape.words(raw)), null));
    }
    return schema.build();
  }

  private static JsonArrayBuilder orNull(
      Member member, JsonArrayBuilder values, JsonObjectBuilder nothing) {
    if (member.need() == Need.REQUIRED) {
      return values;
    }
    return nothing == null ? values.addNull() : values.add(nothing);
  }

  private static JsonValue type(Member member, Class<?> raw) {
    var word = word(raw);
    return member.need() == Need.REQUIRED
        ? Json.text(word)
        : Json.array(List.of(word, "null")).build();
  }

  private static String word(Class<?> raw) {
    if (raw == boolean.class || raw == Boolean.class) {
      return "boolean";
    } else if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
      return "integer";
    } else if (raw == List.class) {
      return "array";
    }
    return raw == Map.class ? "object" : "string";
  }

  private void describe(JsonObjectBuilder schema, Type type, Class<?> raw) {
    if (raw == Instant.class) {
      schema.add("format", "date-time");
    } else if (raw == Duration.class) {
      schema.add("format", "duration");
    } else if (raw == List.class) {
      var item = Shape.raw(Shape.argument(type, 0));
      schema.add(
          "items",
          item.isRecord()
              ? answer(item.asSubclass(Record.class))
              : Json.object().add("type", word(item)).build());
    } else if (raw == Map.class) {
      schema.add("additionalProperties", Json.object().add("type", "string"));
    }
  }
}
