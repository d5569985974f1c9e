package org.sallyport.cli.terminal;

import java.util.Optional;

/** Variables that hold secrets, which are no options, as help shows what options are set to. */
public final class Environment {

  private Environment() {}

  /** A variable's value, unless it is missing or empty. */
  public static Optional<String> find(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
  }
}
