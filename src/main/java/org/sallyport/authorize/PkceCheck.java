package org.sallyport.authorize;

import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.sallyport.oauth.Digest;

/**
 * PKCE by every client, RFC 9700 §2.1.1, with {@code S256}, RFC 7636 §4.3; {@code plain} is for
 * clients only that may use it.
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
    var challenge = request.parameters().require("code_challenge");
    var plain = method(request).equals("plain") && request.client().mayUsePlainPkce();
    if (!plain && !method(request).equals("S256")) {
      throw INVALID_REQUEST.because("code_challenge_method must be S256");
    } else if (!(plain ? PLAIN : CHALLENGE).matcher(challenge).matches()) {
      throw INVALID_REQUEST.because("code_challenge is malformed");
    }
  }

  /** RFC 7636 §4.3: an absent method means plain. */
  private static String method(AuthorizeRequest request) {
    return request.parameters().find("code_challenge_method").orElse("plain");
  }

  /** What is kept of a challenge that was checked: of a plain one its digest, as of the others. */
  public static String challenge(AuthorizeRequest request) {
    var challenge = request.parameters().require("code_challenge");
    return method(request).equals("plain") ? Digest.s256(challenge) : challenge;
  }
}
