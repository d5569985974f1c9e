package org.sallyport.cli.token;

import picocli.CommandLine.Command;

/** {@code sallyport tokens}. */
@Command(
    name = "tokens",
    description = "Codes, tokens, and what people allowed.",
    subcommands = {PurgeCommand.class, RevokeCommand.class})
public final class TokensCommand {}
