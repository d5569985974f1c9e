package org.sallyport.authorize;

import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.client.redirect.RedirectUri;
import org.sallyport.oauth.Digest;

/**
 * PKCE by every client, RFC 9700 §2.1.1, with {@code S256}, RFC 7636 §4.3; {@code plain}, or none
 * at all, is for clients only that may.
 */
@ApplicationScoped
public class PkceCheck implements AuthorizeCheck {

  /** The base64url form of 256 bits. */
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** RFC 7636 §4.1: a plain challenge is the verifier. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  @Override
  public Stage stage() {
    return Stage.PROOF;
  }

  @Override
  public void check(AuthorizeRequest request) {
    if (request.parameters().find("response_type").filter("token"::equals).isPresent()) {
      // No code, nothing to prove; whether a token may come so is the response check's.
      return;
    }
    if (isLeftOut(request)) {
      return;
    }
    var challenge = request.parameters().require("code_challenge");
    var plain = method(request).equals("plain") && request.client().mayUsePlainPkce();
    if (!plain && !method(request).equals("S256")) {
      throw INVALID_REQUEST.because("code_challenge_method must be S256");
    } else if (!(plain ? PLAIN : CHALLENGE).matcher(challenge).matches()) {
      throw INVALID_REQUEST.because("code_challenge is malformed");
    }
  }

  /** By a client that proves itself at the token endpoint, and is not answered on a device. */
  private static boolean isLeftOut(AuthorizeRequest request) {
    return request.client().mayLeaveOutPkce()
        && request.client().isConfidential()
        && !RedirectUri.isOnDevice(request.redirectUri())
        && request.parameters().find("code_challenge").isEmpty()
        && request.parameters().find("code_challenge_method").isEmpty();
  }

  /** RFC 7636 §4.3: an absent method means plain. */
  private static String method(AuthorizeRequest request) {
    return request.parameters().find("code_challenge_method").orElse("plain");
  }

  /** What is kept of a challenge that was checked: of a plain one its digest, as of the others. */
  public static Optional<String> challenge(AuthorizeRequest request) {
    var challenge = request.parameters().find("code_challenge");
    return method(request).equals("plain") ? challenge.map(Digest::s256) : challenge;
  }
}
