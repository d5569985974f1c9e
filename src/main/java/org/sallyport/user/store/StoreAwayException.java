package org.sallyport.user.store;

import static org.sallyport.oauth.OAuthError.TEMPORARILY_UNAVAILABLE;

import java.time.Duration;
import org.sallyport.oauth.OAuthException;

/** A store cannot be reached, or cannot answer; nothing is known of its people until it can. */
public final class StoreAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String DESCRIPTION = "the user directory cannot be reached";
  private static final Duration WAIT = Duration.ofSeconds(5);

  /** What happened, for the log; never a credential. */
  public StoreAwayException(String store, String what) {
    super("the user store %s: %s".formatted(store, what));
  }

  /** What clients and people are told: nothing has ended, and they may try again. */
  public static OAuthException refusal() {
    return TEMPORARILY_UNAVAILABLE.because(DESCRIPTION).retryAfter(WAIT);
  }

  /** What one is told who would wait too long, while the store answers others. */
  public static OAuthException busy(String store) {
    return TEMPORARILY_UNAVAILABLE
        .because("too many logins at once, try again")
        .retryAfter(WAIT)
        .detail("all connections of the user store " + store + " are in use");
  }

  /** Whether a refusal is that one. */
  public static boolean isBehind(OAuthException refused) {
    return DESCRIPTION.equals(refused.description());
  }
}
