package org.sallyport.token.inspect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.token.AccessToken;
import org.sallyport.token.GrantState;
import org.sallyport.token.JwtReader;
import org.sallyport.token.OpaqueTokens;
import org.sallyport.token.UserGrants;

/** Tells whether an access token is alive now: it, its grant, its user and its client. */
@ApplicationScoped
public class TokenInspector {

  private static final int LONGEST = 8192;

  /** A living token; without a person, {@code grant} is empty. */
  public record Living(AccessToken token, Optional<GrantState> grant) {}

  private JwtReader jwts;
  private OpaqueTokens opaqueTokens;
  private RevokedTokens revoked;
  private UserGrants grants;
  private Clients clients;
  @Inject private Clock clock;

  protected TokenInspector() {}

  @Inject
  public TokenInspector(
      JwtReader jwts,
      OpaqueTokens opaqueTokens,
      RevokedTokens revoked,
      UserGrants grants,
      Clients clients) {
    this.jwts = jwts;
    this.opaqueTokens = opaqueTokens;
    this.revoked = revoked;
    this.grants = grants;
    this.clients = clients;
  }

  /** What an access token of ours says, alive or not. */
  public Optional<AccessToken> read(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    return token.indexOf('.') >= 0 ? jwts.read(token) : opaqueTokens.find(token);
  }

  /** An access token that is alive. */
  public Optional<Living> inspect(String text) {
    return read(text)
        .filter(token -> clock.instant().isBefore(token.expiresAt()))
        .filter(token -> !revoked.contains(token.jti()))
        .flatMap(token -> token.grantId() == null ? ofClient(token) : ofGrant(token));
  }

  private Optional<Living> ofClient(AccessToken token) {
    return clients
        .find(token.clientId())
        .filter(client -> isHonoured(client, token))
        .map(client -> new Living(token, Optional.empty()));
  }

  private static boolean isHonoured(Client client, AccessToken token) {
    // A JWT tells its time in whole seconds: one of the second that made its client is the
    // client's.
    var latest = token.issuedAt().plusMillis(999);
    return client.honours(token.issuedAt()) && !latest.isBefore(client.createdAt());
  }

  private Optional<Living> ofGrant(AccessToken token) {
    return grants
        .find(UUID.fromString(token.grantId()))
        .filter(state -> state.isAlive(clock.instant()))
        .map(state -> new Living(token, Optional.of(state)));
  }
}
