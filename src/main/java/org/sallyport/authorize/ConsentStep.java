package org.sallyport.authorize;

import static org.sallyport.oauth.OAuthError.CONSENT_REQUIRED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.consent.Consents;
import org.sallyport.login.Login;
import org.sallyport.login.Prompts;
import org.sallyport.oauth.OAuthException;

/** The person must have allowed all scopes, RFC 6749 §10.2. */
@ApplicationScoped
public class ConsentStep implements InteractionStep {

  @Inject private Consents consents;
  @Inject private ScopeCatalogue scopes;

  @Override
  public Stage stage() {
    return Stage.CONSENT;
  }

  @Override
  public boolean isNeeded(AuthorizeRequest request, Optional<Login> login) {
    var asked = scopes.resolve(request.client(), request.parameters().find("scope"));
    return consents
        .find(login.orElseThrow().user().id(), request.client().id())
        .filter(consent -> consent.covers(asked))
        .filter(consent -> !Prompts.wantsConsent(request.flow(), consent.givenAt()))
        .isEmpty();
  }

  @Override
  public String page() {
    return "/consent";
  }

  @Override
  public OAuthException refusal() {
    return CONSENT_REQUIRED.because("the person has not allowed this yet");
  }
}
