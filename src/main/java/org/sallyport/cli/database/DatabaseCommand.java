package org.sallyport.cli.database;

import picocli.CommandLine.Command;

/** {@code sallyport db}. */
@Command(
    name = "db",
    description = "The database itself; no server is needed.",
    subcommands = {SqlCommand.class, UnlockCommand.class})
public final class DatabaseCommand {}
