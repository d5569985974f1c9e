package org.sallyport.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What the error page shows: words for people by a key of the message bundle, and the developer's
 * part, which production keeps to itself.
 */
public record Problem(int status, String key, Developer developer) {

  private static final String ATTRIBUTE = Problem.class.getName();

  /** What a developer needs to mend a request. */
  public record Developer(
      String error, String description, String received, String nearest, String difference) {

    public String getError() {
      return error;
    }

    public String getDescription() {
      return description;
    }

    public String getReceived() {
      return received;
    }

    public String getNearest() {
      return nearest;
    }

    public String getDifference() {
      return difference;
    }
  }

  /** Answers with the error page, without a redirect. */
  public void show(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
    Exchange.of(request).show("/error");
  }

  /** The problem of a request; where nobody set one, the container's status tells. */
  public static Problem of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Problem problem) {
      return problem;
    }
    var status = request.getAttribute("jakarta.servlet.error.status_code");
    return of(status instanceof Integer code ? code : 404);
  }

  /** The problem that a bare HTTP status stands for. */
  public static Problem of(int status) {
    return switch (status) {
      case 403 -> new Problem(status, "error.forbidden", null);
      case 404 -> new Problem(status, "error.notFound", null);
      case 405 -> new Problem(status, "error.method", null);
      case 429, 503 -> new Problem(status, "error.busy", null);
      default -> new Problem(status, status < 500 ? "error.request" : "error.server", null);
    };
  }
}
