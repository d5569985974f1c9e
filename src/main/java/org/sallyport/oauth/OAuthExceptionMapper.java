package org.sallyport.oauth;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Every refusal as JSON, RFC 6749 §5.2, with status and challenge. */
@Provider
public class OAuthExceptionMapper implements ExceptionMapper<OAuthException> {

  private static final Logger LOG = System.getLogger(OAuthExceptionMapper.class.getName());

  @Override
  public Response toResponse(OAuthException refused) {
    LOG.log(
        Level.DEBUG,
        "refused: {0}, {1}, {2}",
        refused.error(),
        refused.description(),
        refused.detail());
    var body =
        Json.object()
            .add("error", refused.error().code())
            .add("error_description", refused.description())
            .build();
    var answer =
        Response.status(refused.status())
            .type("application/json")
            .header("Cache-Control", "no-store")
            .header("Pragma", "no-cache")
            .entity(body.toString());
    if (refused.challenge() != null) {
      answer.header("WWW-Authenticate", refused.challenge());
    } else if (refused.status() == 401) {
      // RFC 6749 §5.2: a client that failed to authenticate is told the scheme.
      answer.header("WWW-Authenticate", "Basic realm=\"sallyport\", charset=\"UTF-8\"");
    }
    if (refused.retryAfter() != null) {
      answer.header("Retry-After", Math.max(1, refused.retryAfter().toSeconds()));
    }
    return answer.build();
  }
}
