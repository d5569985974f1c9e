package org.sallyport.admin.api.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.admin.api.json.Shape.Member;
import org.sallyport.admin.api.json.Shape.Need;
import org.sallyport.admin.api.problem.ApiProblem.Wrong;
import org.sallyport.config.source.Durations;

/** Makes records of objects, and notes what is wrong; then the record is not to be used. */
final class RecordReader {

  private final List<Wrong> wrong;

  RecordReader(List<Wrong> wrong) {
    this.wrong = wrong;
  }

  <T extends Record> T read(Class<T> type, JsonObject object) {
    var components = type.getRecordComponents();
    var values = Arrays.stream(components).map(component -> component(component, object)).toArray();
    if (!wrong.isEmpty()) {
      return null;
    }
    try {
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a public record can be made", e);
    }
  }

  private Object component(RecordComponent component, JsonObject object) {
    if (component.isAnnotationPresent(Flat.class)) {
      return read(component.getType().asSubclass(Record.class), object);
    }
    var member = Shape.member(component);
    var value = object.getOrDefault(member.name(), JsonValue.NULL);
    if (member.need() == Need.OPTIONAL) {
      return value == JsonValue.NULL
          ? Optional.empty()
          : Optional.ofNullable(value(member, member.type(), value));
    }
    return value == JsonValue.NULL ? refuse(member, "it is missing") : value(member, value);
  }

  private Object value(Member member, JsonValue value) {
    return value(member, member.type(), value);
  }

  private Object value(Member member, Type type, JsonValue value) {
    var raw = Shape.raw(type);
    if (raw == List.class) {
      return list(member, Shape.argument(type, 0), value);
    } else if (raw == Map.class) {
      return map(member, value);
    } else if (raw == boolean.class || raw == Boolean.class) {
      return truth(member, value);
    } else if (value instanceof JsonNumber number && raw == Long.class && number.isIntegral()) {
      return number.longValue();
    } else if (value instanceof JsonString text && raw != Long.class) {
      return text(member, raw, text.getString());
    }
    return refuse(member, raw == Long.class ? "it must be a number" : "it must be a text");
  }

  private Object truth(Member member, JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> refuse(member, "it must be true or false");
    };
  }

  private Object list(Member member, Type type, JsonValue value) {
    if (!(value instanceof JsonArray array)) {
      return refuse(member, "it must be a list");
    }
    var list = new ArrayList<Object>();
    array.forEach(one -> list.add(value(member, type, one)));
    return list;
  }

  private Object map(Member member, JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      return refuse(member, "it must be an object of texts");
    }
    var map = new LinkedHashMap<String, Object>();
    object.forEach((name, one) -> map.put(name, value(member, String.class, one)));
    return map;
  }

  private Object text(Member member, Class<?> type, String text) {
    if (text.indexOf('\0') >= 0
        || text.chars().anyMatch(c -> Character.isSurrogate((char) c))
            && text.codePoints().anyMatch(RecordReader::isLoneSurrogate)) {
      return refuse(member, "it holds what is no character");
    } else if (type.isEnum()) {
      return word(member, type, text);
    } else if (type == Duration.class) {
      return length(member, text);
    } else if (type == Instant.class) {
      return time(member, text);
    }
    return text;
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private Object word(Member member, Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .<Object>map(constant -> constant)
        .filter(constant -> Shape.word(constant).equals(text))
        .findFirst()
        .orElseGet(
            () -> refuse(member, "it must be one of " + String.join(", ", Shape.words(type))));
  }

  private Object length(Member member, String text) {
    try {
      return Durations.parse(text);
    } catch (DateTimeException | ArithmeticException e) {
      return refuse(member, "it must be a length of time above zero, such as PT1H or P30D");
    }
  }

  private Object time(Member member, String text) {
    try {
      // As a column holds it, which is narrower than an Instant.
      return Instant.ofEpochMilli(Instant.parse(text).toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      return refuse(member, "it must be a time in UTC, such as 2030-01-31T12:00:00Z");
    }
  }

  private Object refuse(Member member, String message) {
    wrong.add(new Wrong(member.name(), message));
    return null;
  }
}
