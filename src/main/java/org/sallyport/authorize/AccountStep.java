package org.sallyport.authorize;

import static org.sallyport.oauth.OAuthError.LOGIN_REQUIRED;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sallyport.login.Login;
import org.sallyport.login.hint.Hint;
import org.sallyport.login.hint.SwitchPage;
import org.sallyport.oauth.OAuthException;

/** Where the request asks for another account than the one here, the person says who goes on. */
@ApplicationScoped
public class AccountStep implements InteractionStep {

  @Override
  public Stage stage() {
    return Stage.ACCOUNT;
  }

  @Override
  public boolean isNeeded(AuthorizeRequest request, Optional<Login> login) {
    return Hint.unanswered(request.flow(), login.orElseThrow()).isPresent();
  }

  @Override
  public String page() {
    return SwitchPage.PATH;
  }

  @Override
  public OAuthException refusal() {
    return LOGIN_REQUIRED.because("somebody else is logged in");
  }
}
