package org.sallyport.admin.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.sallyport.admin.api.access.Caller;
import org.sallyport.admin.api.description.Query;
import org.sallyport.admin.api.json.Body;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.config.ServerSettings;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Json;

/** What all resources of the API share: answers with versions, pages with links. */
public abstract class ApiResource {

  /** Where the API is. */
  public static final String ROOT = "/admin/api/v1";

  @Inject private HttpServletRequest request;
  @Inject private ServerSettings settings;
  @Inject private Caller caller;

  /** Who calls: an administrator's id, or that of a client that acts for itself. */
  protected String by() {
    return caller.id();
  }

  protected Query query() {
    return Query.of(request);
  }

  protected static Response ok(Record body) {
    return json(Response.ok(), Body.write(body)).build();
  }

  /** With the version that a later change must name, RFC 9110 §8.8.3. */
  protected static Response versioned(Record body) {
    return versioned(body, body);
  }

  /** The same in an answer that tells more than will be told again. */
  protected static Response versioned(Record known, Record body) {
    var version = version(Body.write(known));
    return json(Response.ok(), Body.write(body)).header("ETag", version).build();
  }

  /** Something new below {@link #ROOT}; a body with a secret has no version of its own. */
  protected Response created(String path, Record body) {
    return json(Response.created(URI.create(settings.url(ROOT + path))), Body.write(body)).build();
  }

  private static ResponseBuilder json(ResponseBuilder answer, JsonObject body) {
    return answer.entity(body.toString()).type("application/json");
  }

  static String version(JsonObject body) {
    return '"' + Digest.of(body.toString()).value().substring(0, 22) + '"';
  }

  /** Refuses where the caller knows no version of this, or another one, RFC 9110 §13.1.1. */
  protected void requireKnown(Record current) {
    // One list, however many lines it was sent in.
    var sent = String.join(",", Collections.list(request.getHeaders("If-Match"))).strip();
    if (sent.isEmpty()) {
      throw ApiError.UNCONDITIONAL.because("send If-Match with the ETag of what you read");
    }
    var version = version(Body.write(current));
    var isKnown = Arrays.stream(sent.split(",")).map(String::strip).anyMatch(version::equals);
    if (!isKnown && !sent.equals("*")) {
      throw ApiProblem.stale();
    }
  }

  /** One page of a list, with the addresses of the others, RFC 8288 §3. */
  protected Response page(Query query, List<? extends Record> items, long total) {
    var array = Json.array();
    items.forEach(item -> array.add(Body.write(item)));
    var body =
        Json.object()
            .add("items", array)
            .add("page", query.page())
            .add("size", query.size())
            .add("total", total);
    return json(Response.ok(), body.build()).header("Link", links(query, total)).build();
  }

  private String links(Query query, long total) {
    var last = (int) Math.max(1, (total + query.size() - 1) / query.size());
    var links = new LinkedHashMap<String, Integer>();
    links.put("first", 1);
    if (query.page() > 1) {
      links.put("prev", Math.min(query.page() - 1, last));
    }
    if (query.page() < last) {
      links.put("next", query.page() + 1);
    }
    links.put("last", last);
    return links.entrySet().stream()
        .map(link -> "<%s>; rel=\"%s\"".formatted(address(query, link.getValue()), link.getKey()))
        .collect(joining(", "));
  }

  private String address(Query query, int page) {
    var others =
        query.parameters().asMap().entrySet().stream()
            .filter(entry -> !entry.getKey().equals("page") && !entry.getKey().equals("size"))
            .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue().get(0), UTF_8))
            .map(pair -> pair + "&")
            .collect(joining());
    var numbers = "page=%d&size=%d".formatted(page, query.size());
    return settings.url(request.getRequestURI()) + "?" + others + numbers;
  }
}
