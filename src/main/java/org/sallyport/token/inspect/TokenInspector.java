package org.sallyport.token.inspect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.oauth.Digest;
import org.sallyport.store.Changed;
import org.sallyport.token.AccessToken;
import org.sallyport.token.GrantState;
import org.sallyport.token.JwtReader;
import org.sallyport.token.OpaqueTokens;
import org.sallyport.token.UserGrants;
import org.sallyport.user.store.Standings;

/**
 * Tells whether an access token is alive now: it, its grant, its user and its client. What ended on
 * this node is known at once, on another one within a second.
 */
@ApplicationScoped
public class TokenInspector {

  private static final int LONGEST = 8192;

  private static final Duration KNOWN = Duration.ofSeconds(1);

  /** A living token; without a person, {@code grant} is empty. */
  public record Living(AccessToken token, Optional<GrantState> grant) {}

  @Inject private JwtReader jwts;
  @EJB private OpaqueTokens opaqueTokens;
  @EJB private RevokedTokens revoked;
  @EJB private UserGrants grants;
  @Inject private Clients clients;
  @Inject private Clock clock;
  @Inject private Standings standings;

  /** Replaced whole when access ends, so that what was read before is not kept after it. */
  private volatile Cache<String, Living> memory = remember();

  private static Cache<String, Living> remember() {
    return Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KNOWN).build();
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
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var current = memory;
    var key = Digest.of(text).value();
    var living = current.getIfPresent(key);
    if (living == null) {
      living = look(text).orElse(null);
      if (living != null) {
        current.put(key, living);
      }
    }
    return Optional.ofNullable(living).filter(this::isAlive);
  }

  private boolean isAlive(Living living) {
    var now = clock.instant();
    return now.isBefore(living.token().expiresAt())
        && living
            .grant()
            .map(state -> isGood(state, now))
            .orElseGet(() -> isOfClient(living.token()));
  }

  /** The person's store has a memory of its own, which is not added to this one. */
  private boolean isGood(GrantState state, Instant now) {
    return state.isAlive(now) && standings.isGood(state.user());
  }

  private Optional<Living> look(String text) {
    return read(text)
        .filter(token -> !revoked.contains(token.jti()))
        .flatMap(
            token ->
                token.grantId() == null
                    ? Optional.of(new Living(token, Optional.empty()))
                    : ofGrant(token));
  }

  /** Forgets what was alive, as access may have ended. */
  void forget() {
    memory = remember();
  }

  void forget(
      @Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS)
          Changed change) {
    forget();
  }

  // Whoever ends access tells the audit; what happens at every login ends none.
  void forget(
      @Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS)
          AuditEvent event) {
    if (!(event instanceof AuditEvent.LoggedIn
        || event instanceof AuditEvent.SignedIn
        || event instanceof AuditEvent.LoginRemembered
        || event instanceof AuditEvent.LoginFailed
        || event instanceof AuditEvent.ConsentGiven
        || event instanceof AuditEvent.ClientAuthenticationFailed)) {
      forget();
    }
  }

  private boolean isOfClient(AccessToken token) {
    return clients.find(token.clientId()).filter(client -> isHonoured(client, token)).isPresent();
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
        .map(state -> new Living(token, Optional.of(state)));
  }
}
