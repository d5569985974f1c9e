package org.sallyport.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.OAuthExceptionMapper;

/** Whatever else goes wrong: a page for people, JSON for clients, the cause in the log only. */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(UnexpectedErrorMapper.class.getName());

  @Context private HttpServletRequest request;
  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Throwable thrown) {
    var refused = refusal(thrown);
    if (refused != null) {
      return new OAuthExceptionMapper().toResponse(refused);
    }
    var status = thrown instanceof WebApplicationException e ? e.getResponse().getStatus() : 500;
    if (status >= 500) {
      LOG.log(Level.ERROR, "request " + TraceId.of(request) + " failed", thrown);
    }
    var accept = headers.getHeaderString(HttpHeaders.ACCEPT);
    if (accept != null && accept.contains("text/html") && !Refusal.isOfProgram(request)) {
      Problem.of(status).show(request);
      return Response.status(status).build();
    }
    return json(status, thrown);
  }

  /** An EJB may have wrapped it. */
  private static OAuthException refusal(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof OAuthException refused) {
        return refused;
      }
    }
    return null;
  }

  private Response json(int status, Throwable thrown) {
    var body =
        Json.object()
            .add(
                "error",
                status >= 500 ? "server_error" : status == 404 ? "not_found" : "invalid_request")
            .add("error_description", description(status, thrown))
            .add("trace_id", TraceId.of(request));
    var answer = Response.status(status).type("application/json").entity(body.build().toString());
    if (thrown instanceof WebApplicationException e
        && e.getResponse().getHeaderString("Allow") != null) {
      answer.header("Allow", e.getResponse().getHeaderString("Allow"));
    }
    return answer.header("Cache-Control", "no-store").build();
  }

  private static String description(int status, Throwable thrown) {
    if (thrown instanceof NotSupportedException) {
      return "send application/x-www-form-urlencoded";
    }
    return switch (status) {
      case 404 -> "nothing is served here";
      case 405 -> "this method is not served here";
      default -> status >= 500 ? "something went wrong here" : "the request is malformed";
    };
  }
}
