package org.sallyport.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** An answer of a server as it came, redirects included. */
public record Answer(int status, HttpHeaders headers, String body) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  /** A header's first value; empty when it is absent. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The body as a JSON object. */
  public JsonObject json() {
    try (var reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }

  /** The word of an OAuth error. */
  public String error() {
    return json().getString("error", "");
  }

  /** A text in the JSON body; empty when it is absent. */
  public String text(String name) {
    return json().getString(name, "");
  }
}
