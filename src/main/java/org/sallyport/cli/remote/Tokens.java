package org.sallyport.cli.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.sallyport.cli.terminal.CommandFailure;
import org.sallyport.oauth.Json;

/** Gets a token by client credentials (RFC 6749 §4.4) where the metadata (RFC 8414) say. */
final class Tokens {

  static final String WRITE = "sallyport:admin";
  static final String READ = "sallyport:admin:read";

  private final Channel channel;
  private final URI server;

  Tokens(Channel channel, URI server) {
    this.channel = channel;
    this.server = server;
  }

  /** The answer with a token for the first of these scopes that the client may have. */
  JsonObject fetch(Credentials credentials, List<String> scopes) {
    var endpoint = endpoint();
    for (var scope : scopes) {
      var answer = channel.send(request(endpoint, credentials, scope));
      if (answer.statusCode() == 200) {
        return read(answer);
      }
      var error = read(answer).getString("error", "");
      if (!error.equals("invalid_scope")) {
        throw refused(answer, error);
      }
    }
    throw CommandFailure.noRight(
        "The client %s may not administer; give it the scope %s."
            .formatted(credentials.clientId(), scopes.get(scopes.size() - 1)));
  }

  /** RFC 8414 §3.3: what another issuer says is not believed. */
  private URI endpoint() {
    var address = server.resolve("/.well-known/oauth-authorization-server");
    var answer = channel.send(HttpRequest.newBuilder(address));
    if (answer.statusCode() != 200) {
      throw noServer();
    }
    var metadata = read(answer);
    if (!metadata.getString("issuer", "").equals(server.toString())) {
      throw CommandFailure.failed(
          "The server calls itself %s; use that URL.".formatted(metadata.getString("issuer", "")));
    }
    return ServerAddress.safe(URI.create(metadata.getString("token_endpoint", "")));
  }

  private static HttpRequest.Builder request(URI endpoint, Credentials credentials, String scope) {
    var pair = encode(credentials.clientId()) + ":" + encode(credentials.secret());
    return HttpRequest.newBuilder(endpoint)
        .header(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + encode(scope)));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static CommandFailure refused(HttpResponse<String> answer, String error) {
    return switch (error) {
      case "invalid_client" ->
          CommandFailure.noRight("The server refuses the client or its secret.");
      case "unauthorized_client" ->
          CommandFailure.noRight("The client may not use client_credentials; allow it that grant.");
      default ->
          CommandFailure.failed(
              "The server gives no token (status %d, %s)."
                  .formatted(answer.statusCode(), error.isEmpty() ? "no reason given" : error));
    };
  }

  private static JsonObject read(HttpResponse<String> answer) {
    try {
      return Json.parse(answer.body());
    } catch (JsonException e) {
      throw noServer();
    }
  }

  private static CommandFailure noServer() {
    return CommandFailure.failed("What answers at this URL is no Sallyport server.");
  }
}
