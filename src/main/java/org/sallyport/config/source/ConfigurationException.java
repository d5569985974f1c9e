package org.sallyport.config.source;

import jakarta.ejb.ApplicationException;

/** A wrong setting, in one sentence that names it, its source, what is wrong and what to do. */
@ApplicationException(rollback = true)
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConfigurationException(String sentence) {
    // The sentence is for an operator: a stack trace would only bury it.
    super(sentence, null, false, false);
  }

  /** The sentence in some chain of causes; null where none of them is a wrong setting. */
  public static ConfigurationException in(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConfigurationException found) {
        return found;
      }
    }
    return null;
  }
}
