package org.sallyport.admin.api.openapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.sallyport.admin.api.description.Operation.Filter;
import org.sallyport.oauth.Json;

/** Parameters of operations, OpenAPI 3.1 §4.8.12. */
final class Parameter {

  private Parameter() {}

  static JsonObject inPath(String name) {
    return parameter(name, "path", Json.object().add("type", "string"))
        .add("required", true)
        .build();
  }

  static JsonObject inQuery(Filter filter) {
    var schema = Json.object().add("type", "string");
    if (filter.values().length > 0) {
      schema.add("enum", Json.array(List.of(filter.values())));
    }
    return parameter(filter.name(), "query", schema).add("description", filter.text()).build();
  }

  static JsonObject number(String name, String text, int most, int usual) {
    var schema =
        Json.object()
            .add("type", "integer")
            .add("minimum", 1)
            .add("maximum", most)
            .add("default", usual);
    return parameter(name, "query", schema).add("description", text).build();
  }

  /** The version that a change is made of. */
  static JsonObject version() {
    return parameter("If-Match", "header", Json.object().add("type", "string"))
        .add("required", true)
        .add("description", "The ETag of what was read")
        .build();
  }

  static JsonObject header(String text) {
    return Json.object()
        .add("description", text)
        .add("schema", Json.object().add("type", "string"))
        .build();
  }

  private static JsonObjectBuilder parameter(String name, String in, JsonObjectBuilder schema) {
    return Json.object().add("name", name).add("in", in).add("schema", schema);
  }
}
