package org.sallyport.authorize.code;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sallyport.oauth.OAuthError.INVALID_GRANT;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.client.Client;
import org.sallyport.grant.Grant;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.store.Conflicts;
import org.sallyport.token.Audiences;
import org.sallyport.token.Entitlement;
import org.sallyport.token.GrantState;
import org.sallyport.token.SingleUse;
import org.sallyport.token.UserGrant;
import org.sallyport.token.UserGrants;
import org.sallyport.user.store.Standings;

/** The authorization code grant, RFC 6749 §4.1.3, with PKCE, RFC 7636 §4.6. */
@ApplicationScoped
public class AuthorizationCodeGrant implements Grant {

  private static final int LONGEST = 256;

  /** RFC 7636 §4.1. */
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  @EJB private UserGrants grants;
  @Inject private SingleUse once;
  @Inject private Audiences audiences;
  @Inject private Standings standings;
  @Inject private Clock clock;

  @Override
  public String type() {
    return "authorization_code";
  }

  @Override
  public Entitlement redeem(Parameters form, Client client) {
    var code = form.require("code");
    var state =
        Optional.of(code)
            .filter(text -> text.length() <= LONGEST)
            .flatMap(grants::findByCode)
            .filter(found -> found.client().id().equals(client.id()))
            .orElseThrow(() -> unusable("unknown, or another client's"));
    refuseReuse(state);
    refuseMismatch(state.grant(), form, client);
    if (!state.isAlive(clock.instant())
        || state.scopes().isEmpty()
        || !standings.isGood(state.user())) {
      throw unusable("user, client or grant ended");
    }
    var targets = audiences.narrow(state.grant().audiences(), form.all("resource"));
    if (!Conflicts.retry(() -> once.redeem(state.grant().id()))) {
      throw reused(state.grant());
    }
    return Entitlement.ofGrant(client, state, state.scopes(), targets, 1);
  }

  /** RFC 6749 §4.1.2: a code used twice ends what it gave, for one of the two was a thief. */
  private void refuseReuse(GrantState state) {
    if (state.grant().isConsumed()) {
      throw reused(state.grant());
    }
  }

  private OAuthException reused(UserGrant grant) {
    return ended(grant, "a code was used again");
  }

  /** Whoever has the code but not the rest has used it up. */
  private void refuseMismatch(UserGrant grant, Parameters form, Client client) {
    if (!clock.instant().isBefore(grant.codeExpiresAt())) {
      throw ended(grant, "the code came too late");
    } else if (!isRedirectUri(grant, form.find("redirect_uri"))) {
      throw ended(grant, "the redirect URI is another");
    } else if (!isProved(form.find("code_verifier"), grant)) {
      throw ended(grant, "the verifier is missing or wrong");
    } else if (grant.codeChallenge() == null && !client.isConfidential()) {
      // RFC 9700 §2.1.1: it was asked for when the client had a secret, and now nothing proves it.
      throw ended(grant, "a public client without a challenge");
    }
  }

  /** RFC 6749 §4.1.3: named in the authorize request, it must be named again. */
  private static boolean isRedirectUri(UserGrant grant, Optional<String> sent) {
    return sent.map(uri -> uri.equals(grant.redirectUri())).orElse(!grant.isRedirectUriSent());
  }

  /** RFC 9700 §4.8.2: a verifier without a challenge shows that somebody has taken that out. */
  private static boolean isProved(Optional<String> verifier, UserGrant grant) {
    return grant.codeChallenge() == null
        ? verifier.isEmpty()
        : verifier.filter(sent -> proves(sent, grant)).isPresent();
  }

  private static boolean proves(String verifier, UserGrant grant) {
    return VERIFIER.matcher(verifier).matches()
        && MessageDigest.isEqual(
            Digest.s256(verifier).getBytes(US_ASCII), grant.codeChallenge().getBytes(UTF_8));
  }

  private OAuthException ended(UserGrant grant, String reason) {
    Conflicts.retry(
        () -> {
          grants.revoke(grant.id(), reason);
          return null;
        });
    return unusable(reason);
  }

  private static OAuthException unusable(String detail) {
    return INVALID_GRANT.because("the code is not usable").detail(detail);
  }
}
