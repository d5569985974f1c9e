package org.sallyport.admin.api.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.api.problem.ApiProblem.Wrong;
import org.sallyport.config.source.Durations;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.OAuthException;
import org.sallyport.web.Form;

/** Bodies: written from records, and parsed, merged and read into records. */
public final class Body {

  private Body() {}

  /**
   * The object in a body.
   *
   * @throws ApiProblem when it is too long, no UTF-8 or no JSON object, or names a member twice
   */
  public static JsonObject parse(InputStream body) {
    try {
      var bytes = body.readNBytes(Form.MOST_BYTES + 1);
      if (bytes.length > Form.MOST_BYTES) {
        throw ApiError.TOO_LARGE.because("send at most " + Form.MOST_BYTES + " bytes");
      }
      return Json.parseStrictly(FormDecoder.utf8(bytes));
    } catch (JsonException | IOException | ClassCastException | OAuthException e) {
      throw ApiError.MALFORMED.because("send one JSON object, each member once, in UTF-8");
    }
  }

  /**
   * A record from an object.
   *
   * @throws ApiProblem with every member that is unknown, missing or of another kind
   */
  public static <T extends Record> T read(Class<T> type, JsonObject object) {
    var wrong = new ArrayList<Wrong>();
    var shape = Shape.of(type);
    object.keySet().stream()
        .filter(name -> !shape.has(name))
        .forEach(name -> wrong.add(new Wrong(shown(name), "there is no such field")));
    var made = new RecordReader(wrong).read(type, object);
    if (!wrong.isEmpty()) {
      throw ApiProblem.of(wrong);
    }
    return made;
  }

  /**
   * The record after a merge patch, RFC 7396 §2. What is only shown may be sent as it is.
   *
   * @throws ApiProblem when the patch names what is unknown, or changes what can't be changed
   */
  public static <T extends Record> T patch(T before, Record shown, JsonObject patch) {
    var wrong = new ArrayList<Wrong>();
    var shape = Shape.of(before.getClass());
    var seen = write(shown);
    var changes = Json.object();
    patch.forEach(
        (name, value) -> {
          if (shape.has(name)) {
            changes.add(name, value);
          } else if (!value.equals(seen.get(name))) {
            var known = seen.containsKey(name);
            wrong.add(
                new Wrong(shown(name), known ? "it can’t be changed" : "there is no such field"));
          }
        });
    if (!wrong.isEmpty()) {
      throw ApiProblem.of(wrong);
    }
    @SuppressWarnings("unchecked")
    var type = (Class<T>) before.getClass();
    return read(type, Json.merge(write(before), changes.build()));
  }

  /** What somebody sent is told back in short. */
  private static String shown(String name) {
    return name.length() > 64 ? name.substring(0, 64) + "…" : name;
  }

  /** A record as an object; what is absent is null. */
  public static JsonObject write(Record record) {
    var object = Json.object();
    write(record, object);
    return object.build();
  }

  private static void write(Record record, JsonObjectBuilder object) {
    for (var component : record.getClass().getRecordComponents()) {
      var value = value(record, component);
      if (component.isAnnotationPresent(Flat.class)) {
        write((Record) value, object);
      } else {
        object.add(Shape.name(component), json(value));
      }
    }
  }

  static Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a public record has public accessors", e);
    }
  }

  private static JsonValue json(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Body::json).orElse(JsonValue.NULL);
    } else if (value instanceof Record record) {
      return write(record);
    } else if (value instanceof List<?> list) {
      return array(list);
    } else if (value instanceof Map<?, ?> map) {
      var object = Json.object();
      map.forEach((name, one) -> object.add((String) name, json(one)));
      return object.build();
    }
    return scalar(value);
  }

  private static JsonArray array(List<?> list) {
    var array = Json.array();
    list.forEach(one -> array.add(json(one)));
    return array.build();
  }

  private static JsonValue scalar(Object value) {
    if (value instanceof Boolean yes) {
      return yes ? JsonValue.TRUE : JsonValue.FALSE;
    } else if (value instanceof Number number) {
      return Json.number(number.longValue());
    } else if (value instanceof Enum<?> word) {
      return Json.text(Shape.word(word));
    } else if (value instanceof Duration length) {
      return Json.text(Durations.write(length));
    } else if (value instanceof Instant time) {
      return Json.text(time.truncatedTo(ChronoUnit.MILLIS).toString());
    }
    return Json.text(value.toString());
  }
}
