package org.sallyport.grant;

import static org.sallyport.oauth.OAuthError.INVALID_GRANT;
import static org.sallyport.oauth.OAuthError.INVALID_SCOPE;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sallyport.client.Client;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.Conflicts;
import org.sallyport.store.DatabaseReady;
import org.sallyport.token.Audiences;
import org.sallyport.token.Entitlement;
import org.sallyport.token.GrantState;
import org.sallyport.token.RefreshToken;
import org.sallyport.token.RefreshTokens;
import org.sallyport.token.SingleUse;
import org.sallyport.token.UserGrants;
import org.sallyport.token.imported.ImportedRefreshTokens;
import org.sallyport.token.inspect.RefreshInspector;
import org.sallyport.user.store.Standings;

/**
 * The refresh token grant, RFC 6749 §6, with rotation and reuse detection, RFC 9700 §4.14.2. For a
 * short grace the token before the newest gives the same successor again, so that a lost answer or
 * a second tab ends nothing.
 */
@ApplicationScoped
public class RefreshTokenGrant implements Grant {

  private static final Logger LOG = System.getLogger(RefreshTokenGrant.class.getName());
  private static final int RACES = 3;

  /** How long a node may have been away for its start to renew the grace. */
  private static final Duration DOWNTIME = Duration.ofMinutes(5);

  /** How long that renewed grace is, the rest of the deployment included. */
  private static final Duration RECOVERY = Duration.ofMinutes(1);

  @Inject private RefreshTokens tokens;
  @Inject private ImportedRefreshTokens imported;
  @EJB private UserGrants grants;
  @Inject private SingleUse once;
  @Inject private RefreshInspector inspector;
  @Inject private Standings standings;
  @Inject private Audiences audiences;
  @Inject private LifetimeSettings lifetimes;
  @Inject private Clock clock;
  private Instant began;

  @PostConstruct
  void begin() {
    began = clock.instant();
  }

  /** Makes this bean at the start: made at its first use, it would take that for the start. */
  void start(@Observes DatabaseReady ready) {
    LOG.log(Level.DEBUG, "refresh tokens are taken since {0}", began);
  }

  @Override
  public String type() {
    return "refresh_token";
  }

  @Override
  public Entitlement redeem(Parameters form, Client client) {
    var text = form.require("refresh_token");
    var token =
        tokens.read(text).or(() -> imported.find(text)).orElseThrow(() -> unusable("not ours"));
    for (var tries = 0; tries < RACES; tries++) {
      var state = usable(token, client);
      var scopes = narrow(state, form);
      var targets = audiences.narrow(state.grant().audiences(), form.all("resource"));
      if (isRotated(token, state)) {
        return Entitlement.ofGrant(client, state, scopes, targets, token.generation() + 1);
      }
      // Another request was first: it is looked at again, now as the token before the newest.
    }
    throw unusable("lost every race");
  }

  private GrantState usable(RefreshToken token, Client client) {
    var state = grants.find(token.grantId()).orElseThrow(() -> unusable("no such grant"));
    if (!state.client().id().equals(client.id())) {
      throw unusable("another client's");
    } else if (!state.isAlive(clock.instant())) {
      throw unusable("user, client or grant ended");
    } else if (!standings.isGood(state.user())) {
      throw unusable("the user's store refuses");
    } else if (inspector.isIdle(state)) {
      throw unusable("idle for too long");
    } else if (token.generation() > state.grant().generation()) {
      // A restored backup: the token is newer than the row, which is no reuse.
      throw unusable("newer than its grant");
    }
    return state;
  }

  private boolean isRotated(RefreshToken token, GrantState state) {
    var behind = state.grant().generation() - token.generation();
    if (behind == 0) {
      return Conflicts.retry(() -> once.rotate(token.grantId(), token.generation()));
    }
    if (behind == 1 && isWithinGrace(state.grant().rotatedAt())) {
      return true;
    }
    Conflicts.retry(
        () -> {
          grants.revoke(token.grantId(), "a refresh token was used again");
          return null;
        });
    throw unusable("reused");
  }

  /** Answers that ended with a process are asked for again in the first minute of the next one. */
  private boolean isWithinGrace(Instant rotatedAt) {
    var interrupted = rotatedAt.isBefore(began) && began.isBefore(rotatedAt.plus(DOWNTIME));
    var end = interrupted ? began.plus(RECOVERY) : rotatedAt.plus(lifetimes.refreshGrace());
    return clock.instant().isBefore(end);
  }

  /** RFC 6749 §6: the scope may shrink for this access token; the grant keeps its own. */
  private static Scopes narrow(GrantState state, Parameters form) {
    var asked = Scopes.parse(form.find("scope").orElse(null));
    var granted = state.scopes();
    if (granted.isEmpty()) {
      throw unusable("the client may have none of its scopes");
    } else if (!granted.containsAll(asked)) {
      throw INVALID_SCOPE.because("this scope was not granted");
    }
    return asked.isEmpty() ? granted : asked;
  }

  private static OAuthException unusable(String detail) {
    return INVALID_GRANT.because("the refresh token is not usable").detail(detail);
  }
}
