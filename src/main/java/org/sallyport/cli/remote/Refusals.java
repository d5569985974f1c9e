package org.sallyport.cli.remote;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.cli.terminal.CommandFailure;
import org.sallyport.oauth.Json;

/** What a server has refused (RFC 9457), in one sentence. */
final class Refusals {

  private static final int FORBIDDEN = 403;
  private static final String SWITCHED_OFF = "urn:sallyport:problem:switched-off";

  private Refusals() {}

  static CommandFailure of(int status, String body) {
    return switch (status) {
      case 401 ->
          CommandFailure.noRight(
              "The server refuses the token; run 'sallyport login' again, or name a client.");
      case FORBIDDEN -> CommandFailure.noRight(forbidden(body));
      case 412 ->
          CommandFailure.failed("Somebody else has changed it in this moment; run it again.");
      default -> CommandFailure.failed(sentence(status, body));
    };
  }

  private static String forbidden(String body) {
    var type = problem(body).getString("type", "");
    return type.equals(SWITCHED_OFF)
        ? sentence(FORBIDDEN, body)
        : "The client may not do this; it needs the scope sallyport:admin.";
  }

  private static String sentence(int status, String body) {
    var problem = problem(body);
    var title = problem.getString("title", "The server refuses, status " + status);
    var reasons = reasons(problem);
    if (reasons.isEmpty()) {
      reasons.add(problem.getString("detail", "no reason given"));
    }
    return (title + ": " + String.join("; ", reasons)).replaceFirst("\\.?$", ".");
  }

  private static List<String> reasons(JsonObject problem) {
    var reasons = new ArrayList<String>();
    if (problem.get("errors") instanceof JsonArray errors) {
      for (var error : errors.getValuesAs(JsonObject.class)) {
        reasons.add(error.getString("field", "") + ": " + error.getString("message", ""));
      }
    }
    return reasons;
  }

  private static JsonObject problem(String body) {
    try {
      return Json.parse(body);
    } catch (JsonException e) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
  }
}
