package org.sallyport.admin.api.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The members that a record has as JSON, in order. */
public record Shape(Class<? extends Record> type, List<Member> members) {

  private static final ClassValue<Shape> KNOWN =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          var record = type.asSubclass(Record.class);
          return new Shape(
              record, Arrays.stream(record.getRecordComponents()).flatMap(Shape::members).toList());
        }
      };

  /** A member: its name in JSON, what it may hold, and whether it may be absent or null. */
  public record Member(String name, Type type, Need need, String text) {}

  /** Whether a member must be there. */
  public enum Need {
    REQUIRED,
    OPTIONAL
  }

  public Shape {
    members = List.copyOf(members);
  }

  /** The shape of a record. */
  public static Shape of(Class<? extends Record> type) {
    return KNOWN.get(type);
  }

  private static Stream<Member> members(RecordComponent component) {
    return component.isAnnotationPresent(Flat.class)
        ? of(component.getType().asSubclass(Record.class)).members().stream()
        : Stream.of(member(component));
  }

  static Member member(RecordComponent component) {
    var text = component.getAnnotation(Text.class);
    var isOptional = component.getType() == Optional.class;
    return new Member(
        name(component),
        isOptional ? argument(component.getGenericType(), 0) : component.getGenericType(),
        isOptional ? Need.OPTIONAL : Need.REQUIRED,
        text == null ? "" : text.value());
  }

  /** {@code redirectUris} is {@code redirect_uris}, as in RFC 7591 §2. */
  static String name(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** What a list holds, or a map by its names. */
  public static Type argument(Type type, int place) {
    return ((ParameterizedType) type).getActualTypeArguments()[place];
  }

  /** The class that a type is one of, whatever it holds. */
  public static Class<?> raw(Type type) {
    return type instanceof ParameterizedType one ? (Class<?>) one.getRawType() : (Class<?>) type;
  }

  /** The words of an enumeration, as they are written. */
  public static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(Shape::word).toList();
  }

  static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  /** Whether a member has this name. */
  public boolean has(String name) {
    return members.stream().anyMatch(member -> member.name().equals(name));
  }
}
