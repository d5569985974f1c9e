package org.sallyport.cli.client;

import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What has one value; {@code default} gives it back to the server's settings. */
final class ClientTexts {

  private static final String DEFAULT = "default";

  @Option(
      names = "--publisher",
      paramLabel = "TEXT",
      description = "Who offers it, as people read it.")
  private Optional<String> publisher;

  @Option(
      names = "--token-format",
      paramLabel = "FORM",
      description = "Form of its access tokens: jwt or opaque.")
  private Optional<String> tokenFormat;

  @Option(
      names = "--signing-algorithm",
      paramLabel = "NAME",
      description = "RS256, ES256, EdDSA, or default.")
  private Optional<String> algorithm;

  @Option(
      names = "--response-profile",
      paramLabel = "NAME",
      description = "What it expects of token answers: none, owncloud or league.")
  private Optional<String> profile;

  @Option(
      names = "--code-lifetime",
      paramLabel = "TIME",
      description = "How long a code is valid (ISO 8601, such as PT10M), or default.")
  private Optional<String> code;

  @Option(
      names = "--access-token-lifetime",
      paramLabel = "TIME",
      description = "How long an access token is valid, or default.")
  private Optional<String> access;

  @Option(
      names = "--refresh-token-lifetime",
      paramLabel = "TIME",
      description = "How long a connection is renewed, or default.")
  private Optional<String> refresh;

  @Option(
      names = "--refresh-token-idle",
      paramLabel = "TIME",
      description = "How long an unused refresh token is valid, or default.")
  private Optional<String> idle;

  void addTo(JsonObjectBuilder body) {
    var all = new LinkedHashMap<String, Optional<String>>();
    all.put("publisher", publisher);
    all.put("token_format", tokenFormat);
    all.put("signing_algorithm", algorithm);
    all.put("response_profile", profile);
    all.put("code_lifetime", code);
    all.put("access_token_lifetime", access);
    all.put("refresh_token_lifetime", refresh);
    all.put("refresh_token_idle", idle);
    all.forEach((name, value) -> value.ifPresent(text -> add(body, name, text)));
  }

  private static void add(JsonObjectBuilder body, String name, String text) {
    if (text.equals(DEFAULT)) {
      body.addNull(name);
    } else {
      body.add(name, text);
    }
  }
}
