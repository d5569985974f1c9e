package org.sallyport.authorize;

import static org.sallyport.oauth.OAuthError.LOGIN_REQUIRED;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sallyport.login.Login;
import org.sallyport.login.Prompts;
import org.sallyport.oauth.OAuthException;

/** Someone must be logged in, and freshly where the request asks for that. */
@ApplicationScoped
public class LoginStep implements InteractionStep {

  @Override
  public Stage stage() {
    return Stage.LOGIN;
  }

  @Override
  public boolean isNeeded(AuthorizeRequest request, Optional<Login> login) {
    return login
        .filter(known -> !Prompts.wantsLogin(request.flow(), known.session().loggedInAt()))
        .isEmpty();
  }

  @Override
  public String page() {
    return "/login";
  }

  @Override
  public OAuthException refusal() {
    return LOGIN_REQUIRED.because("nobody is logged in");
  }
}
