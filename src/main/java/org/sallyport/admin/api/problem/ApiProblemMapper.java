package org.sallyport.admin.api.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Every refusal of the API as {@code application/problem+json}. */
@Provider
public class ApiProblemMapper implements ExceptionMapper<ApiProblem> {

  /** RFC 9457 §6.1. */
  static final String TYPE = "application/problem+json";

  private static final Logger LOG = System.getLogger(ApiProblemMapper.class.getName());

  @Override
  public Response toResponse(ApiProblem problem) {
    LOG.log(Level.DEBUG, "refused: {0}, {1}", problem.error(), problem.getMessage());
    var answer =
        Response.status(problem.error().status())
            .type(TYPE)
            .header("Cache-Control", "no-store")
            .entity(problem.document().toString());
    if (problem.challenge() != null) {
      answer.header("WWW-Authenticate", problem.challenge());
    }
    return answer.build();
  }
}
