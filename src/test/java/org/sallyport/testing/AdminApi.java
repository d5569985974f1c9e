package org.sallyport.testing;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** A program that calls administrators' API with one token. */
public record AdminApi(Server server, String token) {

  private static final String ROOT = "/admin/api/v1";

  /** As the demo's machine for it, with these scopes. */
  public static AdminApi of(Server server, String scope) {
    var answer =
        App.ADMIN.post(server, "/token", "grant_type", "client_credentials", "scope", scope);
    if (answer.status() != 200) {
      throw new AssertionError("no token: " + answer.body());
    }
    return new AdminApi(server, answer.text("access_token"));
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  public Answer post(String path, String json) {
    return send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
  }

  /** With the version that was read just now. */
  public Answer patch(String path, String json) {
    return patch(path, get(path).header("ETag"), json);
  }

  /** With any version. */
  public Answer patch(String path, String version, String json) {
    return send(
        "PATCH",
        path,
        BodyPublishers.ofString(json),
        "Content-Type",
        "application/merge-patch+json",
        "If-Match",
        version);
  }

  /** With the version that was read just now, where there is one. */
  public Answer delete(String path) {
    var version = get(path).header("ETag");
    return version.isEmpty()
        ? send("DELETE", path, BodyPublishers.noBody())
        : send("DELETE", path, BodyPublishers.noBody(), "If-Match", version);
  }

  /** Any request. */
  public Answer send(String method, String path, BodyPublisher body, String... headers) {
    var all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
    all.addAll(List.of(headers));
    return new Http(server).send(method, ROOT + path, body, all.toArray(String[]::new));
  }
}
