package org.sallyport.authorize;

import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** PKCE by every client, RFC 9700 §2.1.1, with {@code S256} only, RFC 7636 §4.3. */
@ApplicationScoped
public class PkceCheck implements AuthorizeCheck {

  /** The base64url form of 256 bits. */
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  @Override
  public Stage stage() {
    return Stage.PROOF;
  }

  @Override
  public void check(AuthorizeRequest request) {
    var challenge = request.parameters().require("code_challenge");
    // RFC 7636 §4.3: an absent method means plain.
    var method = request.parameters().find("code_challenge_method").orElse("plain");
    if (!method.equals("S256")) {
      throw INVALID_REQUEST.because("code_challenge_method must be S256");
    } else if (!CHALLENGE.matcher(challenge).matches()) {
      throw INVALID_REQUEST.because("code_challenge is malformed");
    }
  }
}
