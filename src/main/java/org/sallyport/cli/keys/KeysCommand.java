package org.sallyport.cli.keys;

import picocli.CommandLine.Command;

/** {@code sallyport keys}. */
@Command(
    name = "keys",
    description = "Signing keys.",
    subcommands = {GenerateKeysCommand.class, ListKeysCommand.class, RotateKeysCommand.class})
public final class KeysCommand {}
