package org.sallyport.cli.imports;

import picocli.CommandLine.Command;

/** {@code sallyport import}. */
@Command(
    name = "import",
    description = {
      "Takes over the clients, people and connections of another system.",
      "Its database is only read; what is here already stays as it is, so it can run again."
    },
    subcommands = {OwnCloudCommand.class, LeagueCommand.class})
public final class ImportCommand {}
