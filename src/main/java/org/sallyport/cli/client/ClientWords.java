package org.sallyport.cli.client;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a client may have several of; what is said replaces what was there. */
final class ClientWords {

  @Option(
      names = "--redirect-uri",
      paramLabel = "URI",
      description = "Where answers may go; again for each.")
  private List<String> redirects;

  @Option(
      names = "--grant-type",
      paramLabel = "NAME",
      description = "A grant that it may use; again for each.")
  private List<String> grants;

  @Option(
      names = "--scope",
      paramLabel = "NAME",
      description = "A scope that it may ask for; again for each.")
  private List<String> scopes;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description = "An origin of its scripts, for CORS; again for each.")
  private List<String> origins;

  @Option(
      names = "--resource",
      paramLabel = "URI",
      description = "A resource for which it may get tokens; again for each.")
  private List<String> resources;

  boolean hasOrigins() {
    return origins != null;
  }

  boolean areForMachines() {
    return List.of("client_credentials").equals(grants);
  }

  void addTo(JsonObjectBuilder body) {
    var all = new LinkedHashMap<String, List<String>>();
    all.put("redirect_uris", redirects);
    all.put("grant_types", grants);
    all.put("scopes", scopes);
    all.put("origins", origins);
    all.put("resources", resources);
    for (Map.Entry<String, List<String>> one : all.entrySet()) {
      Optional.ofNullable(one.getValue())
          .ifPresent(words -> body.add(one.getKey(), Json.createArrayBuilder(words)));
    }
  }
}
