package org.sallyport.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.client.Client;
import org.sallyport.oauth.Scopes;

/** What a redeemed grant entitles a client to; a grant decides this and never mints a token. */
public record Entitlement(
    Client client,
    String subject,
    Scopes scopes,
    List<String> audiences,
    Optional<GrantState> grant,
    Optional<RefreshToken> refreshToken) {

  public Entitlement {
    audiences = List.copyOf(audiences);
  }

  /** A client on its own behalf, RFC 6749 §4.4: no refresh token. */
  public static Entitlement ofClient(Client client, Scopes scopes, List<String> audiences) {
    return new Entitlement(
        client, client.id(), scopes, audiences, Optional.empty(), Optional.empty());
  }

  /** A client on a person's behalf, with the refresh token of a generation if it may have one. */
  public static Entitlement ofGrant(
      Client client, GrantState state, Scopes scopes, List<String> audiences, int generation) {
    var refresh =
        Optional.of(new RefreshToken(state.grant().id(), generation))
            .filter(token -> client.mayUse("refresh_token"));
    return new Entitlement(
        client, state.user().id(), scopes, audiences, Optional.of(state), refresh);
  }

  /** The same with other scopes. */
  public Entitlement withScopes(Scopes others) {
    return new Entitlement(client, subject, others, audiences, grant, refreshToken);
  }

  /**
   * When what it gives must end at the latest; empty where nothing but its own lifetime ends it.
   */
  public Optional<Instant> end() {
    return grant.map(state -> state.grant().expiresAt());
  }
}
