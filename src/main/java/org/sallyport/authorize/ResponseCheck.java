package org.sallyport.authorize;

import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;
import static org.sallyport.oauth.OAuthError.UNAUTHORIZED_CLIENT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The answer is one that is served, RFC 6749 §3.1.1, for a client that may have it. */
@ApplicationScoped
public class ResponseCheck implements AuthorizeCheck {

  @Inject private ResponseTypes types;

  @Override
  public Stage stage() {
    return Stage.RESPONSE;
  }

  @Override
  public void check(AuthorizeRequest request) {
    var type = types.of(request);
    var mode = type.mode();
    if (!request.parameters().find("response_mode").orElse(mode).equals(mode)) {
      throw INVALID_REQUEST.because("only the response mode " + mode + " is supported");
    } else if (!request.client().mayUse(type.grant())) {
      throw UNAUTHORIZED_CLIENT.because("the client may not use this response type");
    }
  }
}
