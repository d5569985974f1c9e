package org.sallyport.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sallyport.oauth.Json;

/** A refusal by a filter, in the form of RFC 6749 §5.2. */
public final class Refusal {

  private Refusal() {}

  /** Whether only programs ask there: the API of administrators has problem documents, RFC 9457. */
  static boolean isOfProgram(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/admin/api/");
  }

  /** The same in the form that the request's place has; throws when the client is gone. */
  static void write(
      HttpServletRequest request, HttpServletResponse response, int status, String description)
      throws IOException {
    if (!isOfProgram(request)) {
      write(response, status, description);
      return;
    }
    response.setStatus(status);
    response.setContentType("application/problem+json");
    var problem =
        Json.object()
            .add("type", "about:blank")
            .add("title", "The request is refused")
            .add("status", status)
            .add("detail", description);
    response.getWriter().write(problem.build().toString());
  }

  /** Answers under a status; throws when the client is gone. */
  public static void write(HttpServletResponse response, int status, String description)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response
        .getWriter()
        .write(
            Json.object()
                .add("error", "invalid_request")
                .add("error_description", description)
                .build()
                .toString());
  }
}
