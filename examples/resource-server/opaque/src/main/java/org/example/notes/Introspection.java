package org.example.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the authorization server about tokens, RFC 7662, and remembers the good ones for seconds: so
 * long may one that was revoked go on here. Others are asked about each time.
 */
@ApplicationScoped
public class Introspection {

  /** Characters; a longer one is none of this server's. */
  private static final int LONGEST = 8192;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  @Inject
  @ConfigProperty(name = "notes.issuer", defaultValue = "http://localhost:8080")
  private String issuer;

  /** A client of the kind “API” of the authorization server, which may introspect. */
  @Inject
  @ConfigProperty(name = "notes.client-id")
  private String clientId;

  @Inject
  @ConfigProperty(name = "notes.client-secret")
  private String clientSecret;

  /** What this server is called as a {@code resource}, RFC 8707; the issuer where it is not. */
  @Inject
  @ConfigProperty(name = "notes.audience")
  private Optional<String> audience;

  @Inject private KnownTokens known;

  /** What a token says, while it is alive and for this server. */
  public Optional<Token> ask(String text) throws IOException {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    var remembered = known.find(text);
    if (remembered.isPresent()) {
      return remembered;
    }
    var token = read(send(text));
    token.ifPresent(good -> known.remember(text, good));
    return token;
  }

  private JsonObject send(String token) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(issuer + "/introspect"))
            .timeout(PATIENCE)
            .header("Authorization", basic())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("token=" + encoded(token)))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString(UTF_8));
      if (answer.statusCode() != 200) {
        throw new IOException("introspection answered " + answer.statusCode());
      }
      try (var reader = Json.createReader(new StringReader(answer.body()))) {
        return reader.readObject();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (JsonException e) {
      throw new IOException("introspection answered no JSON", e);
    }
  }

  /** RFC 6749 §2.3.1: both parts are form-encoded first. */
  private String basic() {
    var pair = encoded(clientId) + ":" + encoded(clientSecret);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private Optional<Token> read(JsonObject told) {
    if (!told.getBoolean("active", false) || !audiences(told).contains(audience.orElse(issuer))) {
      return Optional.empty();
    }
    var scopes = List.of(told.getString("scope", "").split(" "));
    var end = Instant.ofEpochSecond(told.getJsonNumber("exp").longValue());
    return Optional.of(new Token(told.getString("sub"), scopes, end));
  }

  private static List<String> audiences(JsonObject told) {
    return switch (told.get("aud").getValueType()) {
      case ARRAY -> told.getJsonArray("aud").getValuesAs(text -> text.toString().replace("\"", ""));
      default -> List.of(told.getString("aud"));
    };
  }
}
