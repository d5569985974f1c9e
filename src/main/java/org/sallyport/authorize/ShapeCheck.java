package org.sallyport.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;
import static org.sallyport.oauth.OAuthError.REQUEST_NOT_SUPPORTED;
import static org.sallyport.oauth.OAuthError.REQUEST_URI_NOT_SUPPORTED;

import jakarta.enterprise.context.ApplicationScoped;

/** Parameters that do not repeat (RFC 6749 §3.1), are short enough and that we understand. */
@ApplicationScoped
public class ShapeCheck implements AuthorizeCheck {

  /** Bytes: what a client can hide in its state without making the request too long to carry. */
  private static final int LONGEST_STATE = 1024;

  @Override
  public Stage stage() {
    return Stage.SHAPE;
  }

  @Override
  public void check(AuthorizeRequest request) {
    var parameters = request.parameters().withoutRepetition();
    if (parameters.find("state").filter(state -> !isShortEnough(state)).isPresent()) {
      throw INVALID_REQUEST.because("state is longer than 1024 bytes");
    } else if (parameters.find("nonce").filter(nonce -> !isShortEnough(nonce)).isPresent()) {
      throw INVALID_REQUEST.because("nonce is longer than 1024 bytes");
    } else if (parameters.find("request").isPresent()) {
      throw REQUEST_NOT_SUPPORTED.because("request objects are not supported");
    } else if (parameters.find("request_uri").isPresent()) {
      throw REQUEST_URI_NOT_SUPPORTED.because("request objects are not supported");
    }
  }

  static boolean isShortEnough(String text) {
    return text.getBytes(UTF_8).length <= LONGEST_STATE;
  }
}
