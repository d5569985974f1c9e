package org.sallyport.token;

import java.time.Instant;
import java.util.List;
import org.sallyport.oauth.Scopes;

/** What an access token says, whatever its form; {@code grantId} is null without a person. */
public record AccessToken(
    String jti,
    String grantId,
    String clientId,
    String subject,
    Scopes scopes,
    List<String> audiences,
    Instant issuedAt,
    Instant expiresAt) {

  public AccessToken {
    audiences = List.copyOf(audiences);
  }
}
