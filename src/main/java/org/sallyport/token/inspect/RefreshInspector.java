package org.sallyport.token.inspect;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.token.GrantState;
import org.sallyport.token.RefreshTokens;
import org.sallyport.token.UserGrants;
import org.sallyport.token.imported.ImportedRefreshTokens;
import org.sallyport.user.store.Standings;

/** Tells whether a refresh token is the one that would be accepted now. */
@ApplicationScoped
public class RefreshInspector {

  @Inject private RefreshTokens tokens;
  @Inject private ImportedRefreshTokens imported;
  @EJB private UserGrants grants;
  @Inject private LifetimeSettings lifetimes;
  @Inject private Standings standings;
  @Inject private Clock clock;

  /** The living grant of the newest refresh token. */
  public Optional<GrantState> inspect(String text) {
    var now = clock.instant();
    return tokens
        .read(text)
        .or(() -> imported.find(text))
        .flatMap(
            token ->
                grants
                    .find(token.grantId())
                    .filter(state -> state.grant().generation() == token.generation()))
        .filter(state -> state.isAlive(now) && !isIdle(state))
        .filter(state -> standings.isGood(state.user()));
  }

  /** Whether nobody has used a grant's refresh token for too long. */
  public boolean isIdle(GrantState state) {
    var idle = state.client().refreshIdle(lifetimes);
    return !clock.instant().isBefore(state.grant().lastUsed().plus(idle));
  }
}
