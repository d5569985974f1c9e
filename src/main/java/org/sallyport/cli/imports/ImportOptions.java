package org.sallyport.cli.imports;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import picocli.CommandLine.Option;

/** What both imports are told. */
final class ImportOptions {

  @Option(
      names = "--users",
      description =
          "People too, with the hashes of their passwords, which become ours as they log in.")
  private boolean users;

  @Option(
      names = "--scope",
      paramLabel = "NAME",
      description =
          "A scope that the clients may have; made where it is missing. For League one of"
              + " scopes.available; for ownCloud, without any, those that are given by default.")
  private List<String> scopes = List.of();

  @Option(
      names = "--default-scope",
      paramLabel = "NAME",
      description = "The same, given to whoever asks for none.")
  private List<String> defaults = List.of();

  @Option(names = "--dry-run", description = "Write nothing, and say what would be done.")
  private boolean dryRun;

  boolean isWithUsers() {
    return users;
  }

  boolean isDry() {
    return dryRun;
  }

  JsonValue dryRun() {
    return dryRun ? JsonValue.TRUE : JsonValue.FALSE;
  }

  /** A batch without any row yet. */
  JsonObjectBuilder batch() {
    return Json.createObjectBuilder()
        .add("dry_run", dryRun())
        .add("scopes", Json.createArrayBuilder(scopes))
        .add("default_scopes", Json.createArrayBuilder(defaults));
  }
}
