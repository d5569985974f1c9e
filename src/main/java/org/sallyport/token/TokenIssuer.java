package org.sallyport.token;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.sallyport.oauth.OAuthError.INVALID_GRANT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.sallyport.client.ResponseProfile;
import org.sallyport.config.GrantSettings;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.OAuthException;
import org.sallyport.user.store.Standings;

/** The one place that mints tokens, and so the last that looks whether they may be. */
@ApplicationScoped
public class TokenIssuer {

  /** The page that tells people to close the window. */
  private static final String AUTHORIZED = "/authorization-successful";

  private Map<String, TokenFormat> formats;
  private RefreshTokens refreshTokens;
  private LifetimeSettings lifetimes;
  private ServerSettings server;
  private GrantSettings grants;
  private Standings standings;
  private Clock clock;

  protected TokenIssuer() {}

  @Inject
  public TokenIssuer(
      @Any Instance<TokenFormat> formats,
      RefreshTokens refreshTokens,
      Standings standings,
      LifetimeSettings lifetimes,
      ServerSettings server,
      GrantSettings grants,
      Clock clock) {
    this.formats = formats.stream().collect(toUnmodifiableMap(TokenFormat::name, identity()));
    this.refreshTokens = refreshTokens;
    this.standings = standings;
    this.lifetimes = lifetimes;
    this.server = server;
    this.grants = grants;
    this.clock = clock;
  }

  /**
   * The answer of RFC 6749 §5.1.
   *
   * @throws OAuthException {@code invalid_grant} when the user or client may not have tokens now
   */
  public JsonObject issue(Entitlement entitlement) {
    var now = clock.instant();
    if (entitlement.grant().filter(state -> !isGood(state, now)).isPresent()) {
      throw INVALID_GRANT.because("the grant is not usable").detail("user, client or grant ended");
    }
    var end = now.plus(entitlement.client().accessLifetime(lifetimes));
    var expiry = entitlement.end().filter(end::isAfter).orElse(end);
    var format = formats.get(entitlement.client().tokenFormat());
    var answer =
        Json.object()
            .add("access_token", format.mint(entitlement, now, expiry))
            .add("token_type", "Bearer")
            .add("expires_in", Duration.between(now, expiry).toSeconds())
            .add("scope", entitlement.scopes().toString());
    entitlement
        .refreshToken()
        .filter(token -> grants.isOn("refresh_token"))
        .ifPresent(token -> answer.add("refresh_token", refreshTokens.write(token)));
    if (entitlement.client().answersAs(ResponseProfile.OWNCLOUD)) {
      addOwnCloud(entitlement, answer);
    }
    return answer.build();
  }

  /** What ownCloud's applications read: whose files they are, and where to go after the login. */
  private void addOwnCloud(Entitlement entitlement, JsonObjectBuilder answer) {
    entitlement.grant().ifPresent(state -> answer.add("user_id", state.user().username()));
    answer.add("message_url", server.url(AUTHORIZED));
  }

  private boolean isGood(GrantState state, Instant now) {
    return state.isAlive(now) && standings.isGood(state.user());
  }
}
