package org.sallyport.login;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.Parameters;
import org.sallyport.oauth.Randomness;

/**
 * What a browser is on its way to when it must first log in or answer: an authorize request, or one
 * of our pages. It is carried sealed by the browser and stored nowhere.
 */
public record Flow(
    UUID id, Instant startedAt, String path, Parameters request, Answer answer, String keptBy) {

  /** What the person has said on the consent page. */
  public enum Answer {
    NONE,
    DENIED
  }

  private static final int LONGEST_HINT = 256;

  /** How long a page may be left open before its flow starts again. */
  private static final Duration LIFETIME = Duration.ofHours(1);

  public static Flow of(String path, Parameters request, Instant now) {
    return new Flow(Randomness.rowId(now), now, path, request, Answer.NONE, "");
  }

  public boolean isExpired(Instant now) {
    return now.isAfter(startedAt.plus(LIFETIME));
  }

  /** The same request from the beginning. */
  public Flow restarted(Instant now) {
    return of(path, request, now);
  }

  public Flow denied() {
    return new Flow(id, startedAt, path, request, Answer.DENIED, keptBy);
  }

  /** The same request, with which this person goes on though it asks for somebody else. */
  public Flow keptBy(String userId) {
    return new Flow(id, startedAt, path, request, answer, userId);
  }

  public boolean isKeptBy(String userId) {
    return keptBy.equals(userId);
  }

  /** The account that the request asks for, OpenID Connect Core 1.0 §3.1.2.1, or as ownCloud. */
  public Optional<String> hint() {
    return request
        .find("login_hint")
        .or(() -> request.find("user"))
        .filter(text -> text.length() <= LONGEST_HINT);
  }

  String toJson() {
    var parameters = Json.object();
    request.asMap().forEach((name, values) -> parameters.add(name, Json.array(values)));
    return Json.object()
        .add("i", id.toString())
        .add("t", startedAt.toEpochMilli())
        .add("p", path)
        .add("d", answer == Answer.DENIED)
        .add("k", keptBy)
        .add("r", parameters)
        .build()
        .toString();
  }

  static Flow fromJson(String text) {
    var json = Json.parse(text);
    return new Flow(
        UUID.fromString(json.getString("i")),
        Instant.ofEpochMilli(json.getJsonNumber("t").longValueExact()),
        json.getString("p"),
        parameters(json.getJsonObject("r")),
        json.getBoolean("d") ? Answer.DENIED : Answer.NONE,
        json.getString("k", ""));
  }

  private static Parameters parameters(JsonObject json) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    json.forEach(
        (name, array) ->
            values.put(
                name,
                ((JsonArray) array)
                    .getValuesAs(JsonString.class).stream().map(JsonString::getString).toList()));
    return Parameters.fromMap(values);
  }
}
