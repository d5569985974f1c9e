package org.sallyport.admin.grant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sallyport.admin.Administrator;
import org.sallyport.store.Conflicts;
import org.sallyport.token.AccessToken;
import org.sallyport.token.GrantState;
import org.sallyport.token.RefreshToken;
import org.sallyport.token.RefreshTokens;
import org.sallyport.token.UserGrants;
import org.sallyport.token.inspect.TokenInspector;
import org.sallyport.token.revoke.Revocations;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/**
 * One grant or token: by the grant's id, or by a token that is pasted and neither kept nor shown.
 */
@Named
@RequestScoped
public class TokenPage {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int LONGEST = 8192; // characters, as the inspector's

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private TokenInspector inspector;
  @Inject private RefreshTokens refreshTokens;
  @Inject private UserGrants grants;
  @Inject private Revocations revocations;
  @Inject private Clock clock;

  private User user;
  private AccessToken token;
  private boolean alive;
  private GrantState grant;
  private final List<Failure> failures = new ArrayList<>();

  /** Shows the form, or a grant by its id. */
  public void open() {
    var id = page.parameter("id");
    var known = id != null && ID.matcher(id).matches();
    var path = GrantsPage.PATH + "/token" + (known ? "?id=" + id : "");
    user = administrator.require(path).orElse(null);
    if (user != null && known) {
      grant = grants.find(UUID.fromString(id)).orElse(null);
      if (grant == null) {
        failures.add(Failure.of("token", "grants.unknown.token"));
      }
    }
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  private boolean enter() {
    open();
    if (user != null && !administrator.isGenuine()) {
      failures.add(Failure.of("token", "page.expired"));
    }
    return user != null && failures.isEmpty();
  }

  /** Tells what a pasted token, or its jti, is. */
  public void inspect() {
    if (!enter()) {
      return;
    }
    // From the request itself: Faces would log what it reads, and show it again.
    var text = Optional.ofNullable(page.parameter("token")).orElse("").strip();
    if (!text.isEmpty() && text.length() <= LONGEST) {
      read(text);
    }
    if (token == null && grant == null) {
      failures.add(Failure.of("token", "grants.unknown.token"));
    }
  }

  private void read(String text) {
    token = inspector.read(text).orElse(null);
    alive = inspector.inspect(text).isPresent();
    var id =
        token != null
            ? Optional.ofNullable(token.grantId()).map(UUID::fromString)
            : refreshTokens
                .read(text)
                .map(RefreshToken::grantId)
                .or(() -> revocations.grantOf(text));
    grant = id.flatMap(grants::find).orElse(null);
  }

  /** Ends the grant of the form. */
  public void revoke() {
    if (enter() && grant != null) {
      Conflicts.retry(() -> revocations.revoke(grant.grant().id(), user.id()));
      page.goOn(GrantsPage.PATH + "?ended=1");
    }
  }

  /** Ends a pasted access token that has no grant. */
  public void revokeToken() {
    inspect();
    if (token != null && failures.isEmpty()) {
      Conflicts.retryDuplicate(
          () -> {
            revocations.revoke(token, user.id());
            return null;
          });
      page.goOn(GrantsPage.PATH + "?ended=1");
    }
  }

  public String getCsrf() {
    return administrator.csrf();
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  public List<Failure> getFailures() {
    return failures;
  }

  /** What the pasted access token says; null without one. */
  public AccessToken getToken() {
    return token;
  }

  public String getJti() {
    return token == null ? null : token.jti();
  }

  public String getSubject() {
    return token == null ? null : token.subject();
  }

  public String getTokenClient() {
    return token == null ? null : token.clientId();
  }

  public String getTokenScopes() {
    return token == null ? null : token.scopes().toString();
  }

  public Instant getIssuedAt() {
    return token == null ? null : token.issuedAt();
  }

  public Instant getEndsAt() {
    return token == null ? null : token.expiresAt();
  }

  /** Whether the token, or else the grant, is accepted now. */
  public boolean isAlive() {
    return token != null ? alive : isGrantAlive();
  }

  public boolean isGrantAlive() {
    return grant != null && grant.isAlive(clock.instant());
  }

  /** The grant as the list shows it; null without one. */
  public GrantListRow getGrant() {
    if (grant == null) {
      return null;
    }
    var row = grant.grant();
    return new GrantListRow(
        row.id().toString(),
        grant.user().id(),
        grant.user().username(),
        grant.client().id(),
        grant.client().name(),
        row.scopes(),
        row.createdAt(),
        row.lastUsed(),
        row.expiresAt(),
        row.isRevoked() ? clock.instant() : null);
  }
}
