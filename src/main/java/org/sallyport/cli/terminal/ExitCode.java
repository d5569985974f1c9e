package org.sallyport.cli.terminal;

/** What the program tells whoever has called it. */
public final class ExitCode {

  public static final int DONE = 0;

  /** It was understood and could not be done. */
  public static final int FAILED = 1;

  /** The command, an option or a value is wrong; nothing was tried. */
  public static final int USAGE = 2;

  /** The credentials are missing, wrong, or do not allow this. */
  public static final int NO_RIGHT = 3;

  /** The server, or the database, does not answer. */
  public static final int AWAY = 4;

  private ExitCode() {}
}
