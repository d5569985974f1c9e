package org.sallyport.cli.client;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What kind of application it is, which tells whether it can keep a secret, RFC 6749 §2.1. */
final class ClientKind {

  @Option(
      names = "--type",
      paramLabel = "NAME",
      description = {
        "web, machine and api keep a secret; spa (scripts in a browser), native and device can’t.",
        "Unless it is said, the grants tell: machine for client_credentials alone, otherwise web."
      })
  private Optional<String> type;

  @Option(
      names = "--public",
      description = "Without a secret: spa where an --origin is said, otherwise native.")
  private boolean isPublic;

  String type(ClientWords words) {
    if (type.isPresent()) {
      return type.get();
    } else if (isPublic) {
      return words.hasOrigins() ? "spa" : "native";
    }
    return words.areForMachines() ? "machine" : "web";
  }
}
