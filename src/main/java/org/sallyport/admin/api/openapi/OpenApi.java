package org.sallyport.admin.api.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sallyport.admin.api.ApiResource;
import org.sallyport.admin.api.description.Operation;
import org.sallyport.admin.api.description.Operation.Given;
import org.sallyport.admin.api.description.Operation.Nothing;
import org.sallyport.admin.api.description.Operation.Sent;
import org.sallyport.admin.api.description.Query;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.Scopes;

/** Writes the description, OpenAPI 3.1 §4.8. */
final class OpenApi {

  private static final String TOKEN = "token";
  private static final String PROBLEM = "#/components/schemas/Problem";

  private final String issuer;
  private final Schemas schemas = new Schemas();

  OpenApi(String issuer) {
    this.issuer = issuer;
  }

  JsonObject document(List<Served> operations) {
    var paths = paths(operations);
    var all = Json.object();
    schemas.all().forEach(all::add);
    all.add("Problem", SharedSchemas.SCHEMA);
    return Json.object()
        .add("openapi", "3.1.0")
        .add(
            "info",
            Json.object()
                .add("title", "Administration of Sallyport")
                .add("version", "1")
                .add(
                    "description",
                    "What administrators do on pages, for programs. Lists have pages and Link"
                        + " headers; what is changed or removed has an ETag, which If-Match"
                        + " repeats; errors are problem documents (RFC 9457)."))
        .add("servers", Json.array().add(Json.object().add("url", issuer + ApiResource.ROOT)))
        .add("paths", paths)
        .add(
            "components",
            Json.object()
                .add("schemas", all)
                .add("securitySchemes", Json.object().add(TOKEN, security())))
        .build();
  }

  private JsonObjectBuilder security() {
    var scopes =
        Json.object()
            .add(Scopes.ADMINISTRATION, "Administer this server")
            .add(Scopes.INSIGHT, "See what administrators see");
    return Json.object()
        .add("type", "oauth2")
        .add(
            "flows",
            Json.object()
                .add(
                    "clientCredentials",
                    Json.object().add("tokenUrl", issuer + "/token").add("scopes", scopes)));
  }

  private JsonObjectBuilder paths(List<Served> operations) {
    var paths = Json.object();
    operations.stream()
        .collect(groupingBy(Served::path, TreeMap::new, toList()))
        .forEach(
            (path, served) -> {
              var item = Json.object();
              served.forEach(
                  one -> item.add(one.method().toLowerCase(Locale.ROOT), operation(one)));
              paths.add(path, item);
            });
    return paths;
  }

  private JsonObjectBuilder operation(Served served) {
    var operation = served.operation();
    var described =
        Json.object()
            .add("operationId", served.id())
            .add("summary", operation.value())
            .add("tags", Json.array(List.of(served.part())))
            .add("security", needed(served));
    var parameters = parameters(served).build();
    if (!parameters.isEmpty()) {
      described.add("parameters", parameters);
    }
    if (operation.takes() != Nothing.class) {
      described.add("requestBody", body(operation));
    }
    return described.add("responses", responses(operation));
  }

  /** One of them is enough. */
  private static JsonArrayBuilder needed(Served served) {
    var one = Json.array();
    Stream.of(Scopes.ADMINISTRATION, Scopes.INSIGHT)
        .filter(scope -> served.isReading() || scope.equals(Scopes.ADMINISTRATION))
        .forEach(scope -> one.add(Json.object().add(TOKEN, Json.array(List.of(scope)))));
    return one;
  }

  private static JsonArrayBuilder parameters(Served served) {
    var operation = served.operation();
    var parameters = Json.array();
    served.parameters().forEach(name -> parameters.add(Parameter.inPath(name)));
    Stream.of(operation.filters()).map(Parameter::inQuery).forEach(parameters::add);
    if (operation.given() == Given.PAGE) {
      parameters.add(Parameter.number("page", "Which page, from 1", 1_000_000, 1));
      parameters.add(
          Parameter.number("size", "Items of a page", Query.LARGEST_SIZE, Query.USUAL_SIZE));
    }
    if (List.of(operation.refuses()).contains(ApiError.UNCONDITIONAL)) {
      parameters.add(Parameter.version());
    }
    return parameters;
  }

  private JsonObjectBuilder body(Operation operation) {
    var type = operation.sent() == Sent.PATCH ? "application/merge-patch+json" : "application/json";
    var media =
        Json.object()
            .add(
                "schema",
                schemas.request(operation.takes(), operation.sent(), List.of(operation.needs())));
    if (!operation.example().isEmpty()) {
      media.add("example", Json.parse(operation.example()));
    }
    return Json.object().add("required", true).add("content", Json.object().add(type, media));
  }

  private JsonObjectBuilder responses(Operation operation) {
    var responses = Json.object().add(String.valueOf(operation.status()), success(operation));
    Stream.concat(
            Stream.of(ApiError.MALFORMED, ApiError.BAD_TOKEN, ApiError.NO_RIGHT, ApiError.INVALID),
            Stream.of(operation.refuses()))
        .distinct()
        .sorted()
        .forEach(error -> responses.add(String.valueOf(error.status()), problem(error)));
    return responses;
  }

  private JsonObjectBuilder success(Operation operation) {
    var response = Json.object().add("description", operation.value());
    if (operation.given() == Given.VERSIONED) {
      response.add("headers", Json.object().add("ETag", Parameter.header("Its version")));
    } else if (operation.given() == Given.PAGE) {
      response.add("headers", Json.object().add("Link", Parameter.header("The other pages")));
    }
    if (operation.gives() != Nothing.class) {
      var one = schemas.answer(operation.gives());
      var schema = operation.given() == Given.PAGE ? SharedSchemas.page(one) : one;
      response.add(
          "content", Json.object().add("application/json", Json.object().add("schema", schema)));
    }
    return response;
  }

  private static JsonObjectBuilder problem(ApiError error) {
    var schema = Json.object().add("$ref", PROBLEM);
    return Json.object()
        .add("description", error.title())
        .add(
            "content",
            Json.object().add("application/problem+json", Json.object().add("schema", schema)));
  }
}
