package org.sallyport.oauth;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** A refused request, RFC 6749 §5.2; the description is for the client, the detail for the log. */
@ApplicationException(rollback = true)
public final class OAuthException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final OAuthError error;
  private final int status;
  private final String detail;
  private final Duration retryAfter;
  private final String challenge;

  OAuthException(OAuthError error, String description) {
    this(error, error.status(), description, null, null, null);
  }

  private OAuthException(
      OAuthError error,
      int status,
      String description,
      String detail,
      Duration retryAfter,
      String challenge) {
    // No stack trace: a refusal is an answer, and an expensive one would help an attacker.
    super(description, null, false, false);
    this.error = error;
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
    this.challenge = challenge;
  }

  /** The same refusal with words that only the log sees. */
  public OAuthException detail(String text) {
    return new OAuthException(error, status, getMessage(), text, retryAfter, challenge);
  }

  /** The same refusal that asks the client to wait, RFC 9110 §10.2.3. */
  public OAuthException retryAfter(Duration wait) {
    return new OAuthException(error, status, getMessage(), detail, wait, challenge);
  }

  /** The same refusal under an HTTP status that says more, such as 413 or 415. */
  public OAuthException status(int value) {
    return new OAuthException(error, value, getMessage(), detail, retryAfter, challenge);
  }

  /** The same refusal with a challenge of its own, RFC 9110 §11.6.1. */
  public OAuthException challenge(String value) {
    return new OAuthException(error, status, getMessage(), detail, retryAfter, value);
  }

  public OAuthError error() {
    return error;
  }

  public int status() {
    return status;
  }

  public String description() {
    return getMessage();
  }

  /** What the log may know; null when there is nothing more to say. */
  public String detail() {
    return detail;
  }

  /** How long the client should wait; null when it need not. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** What {@code WWW-Authenticate} says; null where the status decides. */
  public String challenge() {
    return challenge;
  }
}
