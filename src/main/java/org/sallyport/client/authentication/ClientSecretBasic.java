package org.sallyport.client.authentication;

import static org.sallyport.oauth.OAuthError.INVALID_CLIENT;
import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;

/** {@code client_secret_basic}, RFC 6749 §2.3.1: both parts form-encoded, then RFC 7617. */
@ApplicationScoped
public class ClientSecretBasic extends SecretMethod {

  private static final String SCHEME = "basic ";

  @Override
  public String name() {
    return "client_secret_basic";
  }

  @Override
  public Optional<ClientCredentials> find(Parameters form, String authorization) {
    if (authorization == null) {
      return Optional.empty();
    }
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw INVALID_CLIENT.because("this authentication scheme is not supported");
    }
    var credentials = parse(authorization.substring(SCHEME.length()).strip());
    form.find("client_id")
        .filter(id -> !id.equals(credentials.clientId()))
        .ifPresent(
            other -> {
              throw INVALID_REQUEST.because("two different clients are named");
            });
    return Optional.of(credentials);
  }

  private static ClientCredentials parse(String token) {
    try {
      var pair = new String(Base64.getDecoder().decode(token), StandardCharsets.ISO_8859_1);
      var colon = pair.indexOf(':');
      if (colon > 0) {
        return new ClientCredentials(
            FormDecoder.decode(pair.substring(0, colon)),
            Optional.of(FormDecoder.decode(pair.substring(colon + 1))));
      }
    } catch (IllegalArgumentException | OAuthException e) {
      throw malformed();
    }
    throw malformed();
  }

  private static OAuthException malformed() {
    return INVALID_CLIENT.because("the Authorization header is malformed");
  }
}
