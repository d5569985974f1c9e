package org.sallyport.cli.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What kind of application it is from now on; one of these at most. */
final class KindChange {

  @Option(
      names = "--type",
      paramLabel = "NAME",
      description = "web, spa or native, which can become each other.")
  private Optional<String> type = Optional.empty();

  @Option(
      names = "--public",
      description =
          "Without a secret: spa where it has origins, otherwise native. Its secrets and all that"
              + " it was given end.")
  private boolean isPublic;

  @Option(
      names = "--confidential",
      description = "With a secret: web. The secret is shown this once; what it was given goes on.")
  private boolean isConfidential;

  /** Its type, where something was said of it; the body says what else changes. */
  Optional<String> find(JsonObject now, JsonObject body) {
    if (isPublic) {
      var origins = body.getOrDefault("origins", now.get("origins"));
      var other = origins.asJsonArray().isEmpty() ? "native" : "spa";
      return Optional.of(now.getBoolean("confidential") ? other : now.getString("type"));
    } else if (isConfidential) {
      return Optional.of(now.getBoolean("confidential") ? now.getString("type") : "web");
    }
    return type;
  }

  /** Whether what it was given ends with this change. */
  static boolean endsAccess(JsonObject now, JsonObject body) {
    var type = body.getString("type", "web");
    return now.getString("type").equals("web") && (type.equals("spa") || type.equals("native"));
  }

  /** A client without the place of a secret, where none was made. */
  static JsonObject shown(JsonObject changed) {
    return JsonValue.NULL.equals(changed.get("client_secret"))
        ? Json.createObjectBuilder(changed).remove("client_secret").build()
        : changed;
  }
}
