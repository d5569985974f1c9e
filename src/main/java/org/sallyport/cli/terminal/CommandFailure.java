package org.sallyport.cli.terminal;

/** Ends a command with one sentence, which never holds a credential, and an exit code. */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;

  private CommandFailure(int code, String sentence, Throwable cause) {
    super(sentence, cause);
    this.code = code;
  }

  public static CommandFailure failed(String sentence) {
    return failed(sentence, null);
  }

  /** The cause is shown with {@code --verbose} only. */
  public static CommandFailure failed(String sentence, Throwable cause) {
    return new CommandFailure(ExitCode.FAILED, sentence, cause);
  }

  public static CommandFailure usage(String sentence) {
    return new CommandFailure(ExitCode.USAGE, sentence, null);
  }

  public static CommandFailure noRight(String sentence) {
    return new CommandFailure(ExitCode.NO_RIGHT, sentence, null);
  }

  /** The cause is shown with {@code --verbose} only. */
  public static CommandFailure away(String sentence, Throwable cause) {
    return new CommandFailure(ExitCode.AWAY, sentence, cause);
  }

  /** One of {@link ExitCode}. */
  public int code() {
    return code;
  }
}
