package org.sallyport.oauth;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;

/** JSON without a look-up of the provider at each call. */
public final class Json {

  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());
  private static final JsonGeneratorFactory GENERATORS = PROVIDER.createGeneratorFactory(Map.of());
  private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());
  private static final JsonParserFactory PARSERS = PROVIDER.createParserFactory(Map.of());
  private static final JsonReaderFactory STRICT_READERS =
      PROVIDER.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private Json() {}

  public static JsonObjectBuilder object() {
    return BUILDERS.createObjectBuilder();
  }

  public static JsonObjectBuilder object(Map<String, Object> values) {
    return BUILDERS.createObjectBuilder(values);
  }

  /** An array of texts. */
  public static JsonArrayBuilder array(Collection<String> values) {
    return BUILDERS.createArrayBuilder(values);
  }

  /** An array of anything. */
  public static JsonArrayBuilder array() {
    return BUILDERS.createArrayBuilder();
  }

  public static JsonValue text(String value) {
    return PROVIDER.createValue(value);
  }

  public static JsonValue number(long value) {
    return PROVIDER.createValue(value);
  }

  /** An object after a merge patch, RFC 7396 §2. */
  public static JsonObject merge(JsonObject before, JsonObject patch) {
    return PROVIDER.createMergePatch(patch).apply(before).asJsonObject();
  }

  /** Writes to a stream, in UTF-8, as it goes. */
  public static JsonGenerator generator(OutputStream out) {
    return GENERATORS.createGenerator(out);
  }

  /**
   * The object in a text.
   *
   * @throws JsonException when there is none
   */
  public static JsonObject parse(String text) {
    try (var reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /**
   * The object in a text that holds nothing else and names no member twice, RFC 8259 §4.
   *
   * @throws JsonException when there is none
   */
  public static JsonObject parseStrictly(String text) {
    try (var parser = PARSERS.createParser(new StringReader(text))) {
      // A reader stops after the object, and a parser does not mind names that come twice.
      if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
        throw new JsonException("no object");
      }
      // Not skipObject: it never ends where the text does.
      var object = parser.getObject();
      if (object == null || parser.hasNext()) {
        throw new JsonException("more than an object");
      }
    }
    try (var reader = STRICT_READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
