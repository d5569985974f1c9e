package org.sallyport.admin.api.problem;

import java.util.List;
import java.util.Locale;

/** The one catalogue of what the API answers in place of what was asked, RFC 9457 §3. */
public enum ApiError {
  MALFORMED(400, "The request is malformed"),
  NO_TOKEN(401, "A token is needed"),
  BAD_TOKEN(401, "The token is not accepted"),
  NO_RIGHT(403, "The token does not allow this"),
  SWITCHED_OFF(403, "This server has it switched off"),
  MISSING(404, "There is no such thing"),
  CONFLICT(409, "It can’t be done as things are"),
  STALE(412, "Somebody else has changed it meanwhile"),
  TOO_LARGE(413, "The body is too large"),
  INVALID(422, "Some fields are not right"),
  UNCONDITIONAL(428, "Say which version you know");

  private final int status;
  private final String title;

  ApiError(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** What names it for programs, such as {@code urn:sallyport:problem:stale}. */
  public String type() {
    return "urn:sallyport:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The exception that carries it; the words are for whoever sent the request. */
  public ApiProblem because(String detail) {
    return new ApiProblem(this, detail, List.of(), null);
  }
}
