package org.sallyport.authorize;

import java.util.Optional;
import java.util.Set;
import org.sallyport.client.Client;
import org.sallyport.login.Flow;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;

/** An authorize request whose client and redirect URI are known to be good. */
public record AuthorizeRequest(Flow flow, Client client, String redirectUri) {

  /** The parameters that mean something here; others are ignored, RFC 6749 §3.1. */
  static final Set<String> PARAMETERS =
      Set.of(
          "client_id",
          "redirect_uri",
          "response_type",
          "response_mode",
          "scope",
          "state",
          "nonce",
          "prompt",
          "max_age",
          "login_hint",
          "user",
          "ui_locales",
          "code_challenge",
          "code_challenge_method",
          "resource",
          "request",
          "request_uri");

  public Parameters parameters() {
    return flow.request();
  }

  /** The client's own mark, RFC 6749 §4.1.1; one that is repeated or too long is not repeated. */
  public Optional<String> state() {
    try {
      return parameters().find("state").filter(ShapeCheck::isShortEnough);
    } catch (OAuthException e) {
      return Optional.empty();
    }
  }

  /** Whether no page may be shown, OpenID Connect Core 1.0 §3.1.2.1. */
  public boolean isSilent() {
    return parameters().find("prompt").filter("none"::equals).isPresent();
  }
}
