package org.sallyport.cli.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** What is added to, or taken from, what a client has several of. */
final class ClientDifferences {

  @Option(
      names = "--add-redirect-uri",
      paramLabel = "URI",
      description = "One more; again for each.")
  private List<String> addedRedirects;

  @Option(
      names = "--remove-redirect-uri",
      paramLabel = "URI",
      description = "One less; again for each.")
  private List<String> removedRedirects;

  @Option(
      names = "--add-grant-type",
      paramLabel = "NAME",
      description = "One more; again for each.")
  private List<String> addedGrants;

  @Option(
      names = "--remove-grant-type",
      paramLabel = "NAME",
      description = "One less; again for each.")
  private List<String> removedGrants;

  @Option(names = "--add-scope", paramLabel = "NAME", description = "One more; again for each.")
  private List<String> addedScopes;

  @Option(names = "--remove-scope", paramLabel = "NAME", description = "One less; again for each.")
  private List<String> removedScopes;

  @Option(names = "--add-origin", paramLabel = "ORIGIN", description = "One more; again for each.")
  private List<String> addedOrigins;

  @Option(
      names = "--remove-origin",
      paramLabel = "ORIGIN",
      description = "One less; again for each.")
  private List<String> removedOrigins;

  @Option(names = "--add-resource", paramLabel = "URI", description = "One more; again for each.")
  private List<String> addedResources;

  @Option(
      names = "--remove-resource",
      paramLabel = "URI",
      description = "One less; again for each.")
  private List<String> removedResources;

  /** Adds the new lists to the body, made of those that the client has now. */
  void addTo(JsonObjectBuilder body, JsonObject now) {
    var lists = new LinkedHashMap<String, Set<String>>();
    added().forEach((name, words) -> list(lists, now, name).addAll(words));
    removed().forEach((name, words) -> list(lists, now, name).removeAll(words));
    lists.forEach((name, words) -> body.add(name, Json.createArrayBuilder(words)));
  }

  private static Set<String> list(Map<String, Set<String>> lists, JsonObject now, String name) {
    return lists.computeIfAbsent(
        name, key -> new LinkedHashSet<>(now.getJsonArray(key).getValuesAs(JsonString::getString)));
  }

  private Map<String, List<String>> added() {
    return said(addedRedirects, addedGrants, addedScopes, addedOrigins, addedResources);
  }

  private Map<String, List<String>> removed() {
    return said(removedRedirects, removedGrants, removedScopes, removedOrigins, removedResources);
  }

  private static Map<String, List<String>> said(
      List<String> redirects,
      List<String> grants,
      List<String> scopes,
      List<String> origins,
      List<String> resources) {
    var all = new LinkedHashMap<String, List<String>>();
    all.put("redirect_uris", redirects);
    all.put("grant_types", grants);
    all.put("scopes", scopes);
    all.put("origins", origins);
    all.put("resources", resources);
    all.values().removeIf(words -> words == null);
    return all;
  }
}
