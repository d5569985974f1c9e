package org.sallyport.admin.api.openapi;

import jakarta.json.JsonObject;
import java.util.List;
import org.sallyport.oauth.Json;

/** What many operations answer: problems, and pages of lists. */
final class SharedSchemas {

  static final JsonObject SCHEMA = problem();

  private SharedSchemas() {}

  private static JsonObject problem() {
    var wrong =
        object(
            List.of("field", "message"),
            Json.object().add("field", type("string")).add("message", type("string")).build());
    var members =
        Json.object()
            .add("type", type("string"))
            .add("title", type("string"))
            .add("status", type("integer"))
            .add("detail", type("string"))
            .add("trace_id", type("string"))
            .add("errors", Json.object().add("type", "array").add("items", wrong))
            .build();
    return object(List.of("type", "title", "status", "detail"), members);
  }

  static JsonObject page(JsonObject item) {
    var members =
        Json.object()
            .add("items", Json.object().add("type", "array").add("items", item))
            .add("page", type("integer"))
            .add("size", type("integer"))
            .add("total", type("integer"))
            .build();
    return object(List.of("items", "page", "size", "total"), members);
  }

  private static JsonObject object(List<String> required, JsonObject members) {
    return Json.object()
        .add("type", "object")
        .add("properties", members)
        .add("required", Json.array(required))
        .add("additionalProperties", false)
        .build();
  }

  private static JsonObject type(String name) {
    return Json.object().add("type", name).build();
  }
}
