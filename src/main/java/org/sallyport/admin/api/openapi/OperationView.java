package org.sallyport.admin.api.openapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An operation of the description as the page shows it. */
public record OperationView(String path, String method, JsonObject operation, JsonObject document) {

  /** A parameter or a member of a body. */
  public record Line(String name, String kind, String text, boolean required) {
    public String getName() {
      return name;
    }

    public String getKind() {
      return kind;
    }

    public String getText() {
      return text;
    }

    public boolean isRequired() {
      return required;
    }
  }

  /** A status and what it means. */
  public record Status(String code, String text) {
    public String getCode() {
      return code;
    }

    public String getText() {
      return text;
    }
  }

  public String getId() {
    return operation.getString("operationId").replace('.', '-');
  }

  public String getMethod() {
    return method.toUpperCase(Locale.ROOT);
  }

  public String getPath() {
    return path;
  }

  public String getSummary() {
    return operation.getString("summary");
  }

  /** The scopes of which one is needed. */
  public String getScopes() {
    return operation.getJsonArray("security").getValuesAs(JsonObject.class).stream()
        .map(one -> one.getJsonArray("token").getString(0))
        .collect(Collectors.joining(", "));
  }

  public List<Line> getParameters() {
    return operation.containsKey("parameters")
        ? operation.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
            .map(OperationView::parameter)
            .toList()
        : List.of();
  }

  private static Line parameter(JsonObject one) {
    return new Line(
        one.getString("name"),
        kind(one.getJsonObject("schema")),
        one.getString("description", ""),
        one.getBoolean("required", false));
  }

  /** The members of the body that is sent. */
  public List<Line> getMembers() {
    return operation.containsKey("requestBody")
        ? lines(content(operation.getJsonObject("requestBody")).getJsonObject("schema"))
        : List.of();
  }

  /** The members of the answer, or of each item in its list. */
  public List<Line> getAnswer() {
    var success =
        operation.getJsonObject("responses").entrySet().stream()
            .filter(one -> one.getKey().startsWith("2"))
            .map(one -> one.getValue().asJsonObject())
            .filter(one -> one.containsKey("content"))
            .findFirst();
    return success.map(one -> lines(item(content(one).getJsonObject("schema")))).orElse(List.of());
  }

  /** Whether the answer is a list. */
  public boolean isPaged() {
    return getParameters().stream().anyMatch(line -> line.name().equals("size"));
  }

  private static JsonObject item(JsonObject schema) {
    return schema.containsKey("properties")
        ? schema.getJsonObject("properties").getJsonObject("items").getJsonObject("items")
        : schema;
  }

  private static JsonObject content(JsonObject carrier) {
    return carrier.getJsonObject("content").values().iterator().next().asJsonObject();
  }

  private List<Line> lines(JsonObject reference) {
    var name = reference.getString("$ref").replaceFirst(".*/", "");
    var schema = document.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
    var required = schema.containsKey("required") ? schema.getJsonArray("required") : null;
    var lines = new ArrayList<Line>();
    schema
        .getJsonObject("properties")
        .forEach((member, value) -> lines.add(member(member, value.asJsonObject(), required)));
    return lines;
  }

  private static Line member(String name, JsonObject schema, List<JsonValue> required) {
    var isRequired =
        required != null
            && required.stream().anyMatch(one -> ((JsonString) one).getString().equals(name));
    return new Line(name, kind(schema), schema.getString("description", ""), isRequired);
  }

  /** The kind of a value in a few words. */
  private static String kind(JsonObject schema) {
    if (schema.containsKey("enum")) {
      return schema.getJsonArray("enum").stream()
          .map(one -> one instanceof JsonString text ? text.getString() : one.toString())
          .collect(Collectors.joining(" | "));
    }
    var type = schema.containsKey("type") ? schema.get("type").toString() : "object";
    var words = type.replaceAll("[\\[\\]\"]", "").replace(",", " | ");
    return words.replace("string", schema.getString("format", "string"));
  }

  /** What each status means. */
  public List<Status> getStatuses() {
    return operation.getJsonObject("responses").entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            one -> new Status(one.getKey(), one.getValue().asJsonObject().getString("description")))
        .toList();
  }

  /** How to ask from a shell. */
  public String getCurl() {
    return Curl.of(this);
  }
}
