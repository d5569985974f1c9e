package org.sallyport.cli;

import java.util.function.BooleanSupplier;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.CommandFailure;
import org.sallyport.cli.terminal.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** One sentence on the error stream for whatever goes wrong; traces only where they are wanted. */
final class Failures {

  private final BooleanSupplier verbose;

  Failures(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  int misused(ParameterException e, String... arguments) {
    var command = e.getCommandLine().getCommandSpec().qualifiedName();
    var reason = firstLine(e.getMessage()).replaceFirst("^Error: ", "").replaceFirst("[.:]$", "");
    return say(e.getCommandLine(), reason + "; see '" + command + " --help'.", e, ExitCode.USAGE);
  }

  int failed(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof CommandFailure failure) {
      return say(command, failure.getMessage(), e, failure.code());
    }
    var sentence =
        "An unexpected failure (%s); run it again with --verbose to see where."
            .formatted(e.getClass().getSimpleName());
    return say(command, sentence, e, ExitCode.FAILED);
  }

  private int say(CommandLine command, String sentence, Exception e, int code) {
    say(command, sentence, code);
    if (verbose.getAsBoolean()) {
      e.printStackTrace(command.getErr());
    }
    return code;
  }

  /** Says the sentence and answers the code. */
  int say(CommandLine command, String sentence, int code) {
    command.getErr().println("sallyport: " + Answer.printable(sentence));
    return code;
  }

  private static String firstLine(String message) {
    return String.valueOf(message).lines().findFirst().orElse("wrong usage");
  }
}
