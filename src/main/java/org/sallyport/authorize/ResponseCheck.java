package org.sallyport.authorize;

import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;
import static org.sallyport.oauth.OAuthError.UNAUTHORIZED_CLIENT;
import static org.sallyport.oauth.OAuthError.UNSUPPORTED_RESPONSE_TYPE;

import jakarta.enterprise.context.ApplicationScoped;

/** The answer is a code in the query, RFC 6749 §3.1.1, for a client that may have codes. */
@ApplicationScoped
public class ResponseCheck implements AuthorizeCheck {

  @Override
  public Stage stage() {
    return Stage.RESPONSE;
  }

  @Override
  public void check(AuthorizeRequest request) {
    var parameters = request.parameters();
    if (!parameters.require("response_type").equals("code")) {
      throw UNSUPPORTED_RESPONSE_TYPE.because("only code is supported");
    } else if (!parameters.find("response_mode").orElse("query").equals("query")) {
      throw INVALID_REQUEST.because("only the response mode query is supported");
    } else if (!request.client().mayUse("authorization_code")) {
      throw UNAUTHORIZED_CLIENT.because("the client may not use authorization codes");
    }
  }
}
