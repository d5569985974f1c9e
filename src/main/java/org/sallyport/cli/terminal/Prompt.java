package org.sallyport.cli.terminal;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The question before something ends; who answers for a script says {@code --yes}. */
public final class Prompt {

  private static final Set<String> AGREED = Set.of("y", "yes");

  @Option(
      names = {"-y", "--yes"},
      description = "Do it without asking.")
  private boolean yes;

  /**
   * Goes on only when the answer is yes.
   *
   * @throws CommandFailure when it is not, or when nobody can be asked
   */
  public void confirm(String question) {
    if (yes) {
      return;
    }
    var console = console();
    if (console == null) {
      throw CommandFailure.usage(
          question + " Nobody can be asked here; say --yes where it shall be done.");
    }
    var answer = console.readLine("%s [y/N] ", Answer.printable(question));
    if (answer == null || !AGREED.contains(answer.strip().toLowerCase(Locale.ROOT))) {
      throw CommandFailure.failed("Nothing was changed.");
    }
  }

  /** What is typed without being seen; empty where there is no terminal. */
  public static Optional<String> secret(String question) {
    var console = console();
    var typed = console == null ? null : console.readPassword("%s: ", question);
    return Optional.ofNullable(typed).map(String::new).filter(text -> !text.isEmpty());
  }

  /** Some versions of Java have one where nobody sits, unless they are told so. */
  private static Console console() {
    System.setProperty("jdk.console", "java.base");
    return System.console();
  }
}
