package org.sallyport.cli.client;

import picocli.CommandLine.Command;

/** {@code sallyport client}. */
@Command(
    name = "client",
    description = "Client applications of a server.",
    subcommands = {
      AddCommand.class,
      ListCommand.class,
      ShowCommand.class,
      ModifyCommand.class,
      RemoveCommand.class,
      RotateSecretCommand.class
    })
public final class ClientCommand {}
