package org.sallyport.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.oauth.Scopes;
import org.sallyport.web.visitor.Visitor;

/** What a person has just allowed, RFC 6749 §4.1.1: the content of a new {@link UserGrant}. */
public record Authorization(
    UUID id,
    String clientId,
    String userId,
    String sessionId,
    Scopes scopes,
    List<String> audiences,
    Optional<String> nonce,
    String codeChallenge,
    String redirectUri,
    boolean redirectUriSent,
    Instant loggedInAt,
    Instant at,
    Visitor visitor) {

  public Authorization {
    audiences = List.copyOf(audiences);
  }

  /** The same where no code goes through a browser: nothing is proved, nobody is sent back. */
  public static Authorization withoutCode(
      UUID id,
      String clientId,
      String userId,
      Optional<String> sessionId,
      Scopes scopes,
      List<String> audiences,
      Instant loggedInAt,
      Instant at) {
    return new Authorization(
        id,
        clientId,
        userId,
        sessionId.orElse(null),
        scopes,
        audiences,
        Optional.empty(),
        null,
        null,
        false,
        loggedInAt,
        at,
        null);
  }

  /** The same from a browser or device that is known. */
  public Authorization from(Visitor known) {
    return new Authorization(
        id,
        clientId,
        userId,
        sessionId,
        scopes,
        audiences,
        nonce,
        codeChallenge,
        redirectUri,
        redirectUriSent,
        loggedInAt,
        at,
        known);
  }
}
