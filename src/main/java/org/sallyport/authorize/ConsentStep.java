package org.sallyport.authorize;

import static org.sallyport.oauth.OAuthError.CONSENT_REQUIRED;
import static org.sallyport.oauth.OAuthError.INVALID_SCOPE;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.client.redirect.RedirectUri;
import org.sallyport.consent.Consent;
import org.sallyport.consent.Consents;
import org.sallyport.login.Login;
import org.sallyport.login.Prompts;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Scopes;

/** The person must have answered for all scopes, RFC 6749 §10.2; optional ones may be left out. */
@ApplicationScoped
public class ConsentStep implements InteractionStep {

  @EJB private Consents consents;
  @Inject private ScopeCatalogue scopes;

  @Override
  public Stage stage() {
    return Stage.CONSENT;
  }

  @Override
  public boolean isNeeded(AuthorizeRequest request, Optional<Login> login) {
    if (asked(request).areReserved() && !login.orElseThrow().user().isAdministrator()) {
      throw INVALID_SCOPE.because("only administrators can allow this scope");
    }
    return !isWaived(request) && !isGiven(request, login);
  }

  /** An administrator has decided for all people, unless the client itself wants them asked. */
  private static boolean isWaived(AuthorizeRequest request) {
    return request.client().isTrusted() && !Prompts.of(request.flow()).contains("consent");
  }

  private boolean isGiven(AuthorizeRequest request, Optional<Login> login) {
    return find(request, login.orElseThrow())
        .filter(consent -> !Prompts.wantsConsent(request.flow(), consent.givenAt()))
        .flatMap(consent -> answer(request, consent))
        .isPresent();
  }

  /**
   * The scopes that the person has allowed of those that are asked for, RFC 6749 §3.3.
   *
   * @throws OAuthException {@code consent_required} when the consent is gone by now
   */
  public Scopes allowed(AuthorizeRequest request, Login login) {
    if (isWaived(request)) {
      return asked(request);
    }
    return find(request, login)
        .flatMap(consent -> answer(request, consent))
        .orElseThrow(this::refusal);
  }

  private Optional<Consent> find(AuthorizeRequest request, Login login) {
    return consents
        .find(login.user().id(), request.client().id())
        .filter(
            consent ->
                !isAskedEachTime(request)
                    || !consent.givenAt().isBefore(request.flow().startedAt()));
  }

  /**
   * RFC 8252 §8.6: any program on the device can come under a public client's id, and what is for
   * administrators is never given unseen.
   */
  private boolean isAskedEachTime(AuthorizeRequest request) {
    return asked(request).areReserved()
        || (!request.client().isConfidential() && RedirectUri.isOnDevice(request.redirectUri()));
  }

  private Optional<Scopes> answer(AuthorizeRequest request, Consent consent) {
    return consent.answerTo(asked(request), scopes.optional());
  }

  private Scopes asked(AuthorizeRequest request) {
    return scopes.resolve(request.client(), request.parameters().find("scope"));
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
