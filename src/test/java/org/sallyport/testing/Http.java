package org.sallyport.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Plain requests to one server; redirects are shown, not followed, and no cookie is kept. */
public final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI base;

  public Http(Server server) {
    this.base = server.address();
  }

  /** GET with headers as name, value, name, value. */
  public Answer get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  /** POST of a form that {@link #form} wrote, or that is broken on purpose. */
  public Answer post(String path, String form, String... headers) {
    var all = new ArrayList<String>();
    all.add("Content-Type");
    all.add("application/x-www-form-urlencoded");
    all.addAll(List.of(headers));
    return send("POST", path, BodyPublishers.ofString(form), all.toArray(String[]::new));
  }

  /** Any request. */
  public Answer send(String method, String path, BodyPublisher body, String... headers) {
    var target = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
    var request =
        HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(60)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8)));
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path + " was not answered", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** A form body or query of name, value, name, value; names may repeat. */
  public static String form(String... pairs) {
    var parts = new ArrayList<String>();
    for (var i = 0; i < pairs.length; i += 2) {
      parts.add(encode(pairs[i]) + "=" + encode(pairs[i + 1]));
    }
    return String.join("&", parts);
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** The header value of client_secret_basic, RFC 6749 §2.3.1: both parts form-encoded first. */
  public static String basic(String id, String secret) {
    return rawBasic(encode(id) + ":" + encode(secret));
  }

  /** The header value for any user-pass text. */
  public static String rawBasic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }
}
