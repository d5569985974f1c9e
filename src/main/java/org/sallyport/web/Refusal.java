package org.sallyport.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sallyport.oauth.Json;

/** A refusal by a filter, in the form of RFC 6749 §5.2. */
public final class Refusal {

  private Refusal() {}

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
