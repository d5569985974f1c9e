package org.sallyport.cli.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.PathSegment;

/** The REST API of a server for its administrators, below {@code /admin/api/v1}. */
public final class AdminApi {

  private static final int PAGE = 200;
  private static final int CONFLICT = 409;

  private final Channel channel;
  private final URI server;
  private final String token;

  AdminApi(Channel channel, URI server, String token) {
    this.channel = channel;
    this.server = server;
    this.token = token;
  }

  /** A thing as it is now, with the tag that a change of it must show. */
  public record Found(JsonObject json, String tag) {}

  /** An id in a path; an escaped one is refused there. */
  public static String segment(String id) {
    return PathSegment.of(id);
  }

  /** A part of a query, whatever characters it has. */
  public static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  public Found find(String path) {
    var answer = required(ask("GET", path, BodyPublishers.noBody()));
    return new Found(read(answer), answer.headers().firstValue("ETag").orElse("*"));
  }

  /** All items of a list, page by page; the path may have a query. */
  public List<JsonObject> list(String path) {
    var items = new ArrayList<JsonObject>();
    var separator = path.contains("?") ? "&" : "?";
    for (var page = 1; ; page++) {
      var answer = find(path + separator + "size=" + PAGE + "&page=" + page).json();
      var found = answer.getJsonArray("items").getValuesAs(JsonObject.class);
      items.addAll(found);
      if (found.isEmpty() || items.size() >= answer.getInt("total")) {
        return items;
      }
    }
  }

  public JsonObject post(String path, JsonObject body) {
    return read(required(ask("POST", path, json(body), "Content-Type", "application/json")));
  }

  /** Like {@link #post}, but empty where it conflicts with what is there. */
  public Optional<JsonObject> offer(String path, JsonObject body) {
    var answer = ask("POST", path, json(body), "Content-Type", "application/json");
    return answer.statusCode() == CONFLICT ? Optional.empty() : Optional.of(read(required(answer)));
  }

  /** Changes what is named in the body, RFC 7396, unless somebody else was first. */
  public Found patch(String path, String tag, JsonObject body) {
    var type = "application/merge-patch+json";
    var answer = required(ask("PATCH", path, json(body), "If-Match", tag, "Content-Type", type));
    return new Found(read(answer), answer.headers().firstValue("ETag").orElse("*"));
  }

  /** Deletes it, unless somebody else has changed it since. */
  public void delete(String path, String tag) {
    required(ask("DELETE", path, BodyPublishers.noBody(), "If-Match", tag));
  }

  private static BodyPublisher json(JsonObject body) {
    return BodyPublishers.ofString(body.toString());
  }

  private static JsonObject read(HttpResponse<String> answer) {
    return answer.body().isBlank() ? JsonValue.EMPTY_JSON_OBJECT : Json.parse(answer.body());
  }

  private HttpResponse<String> ask(
      String method, String path, BodyPublisher body, String... headers) {
    var request =
        HttpRequest.newBuilder(server.resolve("/admin/api/v1" + path))
            .method(method, body)
            .header("Authorization", "Bearer " + token);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return channel.send(request);
  }

  private static HttpResponse<String> required(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw Refusals.of(answer.statusCode(), answer.body());
    }
    return answer;
  }
}
