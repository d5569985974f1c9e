package org.sallyport.oauth;

import java.util.Locale;

/** The one catalogue of errors, RFC 6749 §5.2 and §4.1.2.1, with the HTTP status of each. */
public enum OAuthError {
  INVALID_REQUEST(400),
  INVALID_CLIENT(401),
  INVALID_GRANT(400),
  UNAUTHORIZED_CLIENT(400),
  UNSUPPORTED_GRANT_TYPE(400),
  INVALID_SCOPE(400),
  /** RFC 8707 §2. */
  INVALID_TARGET(400),
  ACCESS_DENIED(403),
  /** RFC 6750 §3.1. */
  INVALID_TOKEN(401),
  /** RFC 6750 §3.1. */
  INSUFFICIENT_SCOPE(403),
  UNSUPPORTED_RESPONSE_TYPE(400),
  /** RFC 8628 §3.5. */
  AUTHORIZATION_PENDING(400),
  /** RFC 8628 §3.5. */
  SLOW_DOWN(400),
  /** RFC 8628 §3.5. */
  EXPIRED_TOKEN(400),
  /** OpenID Connect Core 1.0 §3.1.2.6. */
  LOGIN_REQUIRED(400),
  /** OpenID Connect Core 1.0 §3.1.2.6. */
  CONSENT_REQUIRED(400),
  /** OpenID Connect Core 1.0 §3.1.2.6. */
  REQUEST_NOT_SUPPORTED(400),
  /** OpenID Connect Core 1.0 §3.1.2.6. */
  REQUEST_URI_NOT_SUPPORTED(400),
  /** RFC 9110 §15.5.5, for a path that nobody serves. */
  NOT_FOUND(404),
  /** RFC 6585 §4, with {@code Retry-After}. */
  TOO_MANY_REQUESTS(429),
  SERVER_ERROR(500),
  TEMPORARILY_UNAVAILABLE(503);

  private final int status;

  OAuthError(int status) {
    this.status = status;
  }

  /** The word that goes over the wire, such as {@code invalid_grant}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int status() {
    return status;
  }

  /** The exception that carries this error; {@code description} is told to the client. */
  public OAuthException because(String description) {
    return new OAuthException(this, description);
  }
}
