package org.sallyport.oauth;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
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
}
