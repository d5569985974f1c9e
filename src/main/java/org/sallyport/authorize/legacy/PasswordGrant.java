package org.sallyport.authorize.legacy;

import static org.sallyport.oauth.OAuthError.ACCESS_DENIED;
import static org.sallyport.oauth.OAuthError.INVALID_GRANT;
import static org.sallyport.oauth.OAuthError.INVALID_SCOPE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.sallyport.client.Client;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.grant.Grant;
import org.sallyport.login.PasswordLogin;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.Conflicts;
import org.sallyport.token.Audiences;
import org.sallyport.token.Authorization;
import org.sallyport.token.Entitlement;
import org.sallyport.token.UserGrant;
import org.sallyport.token.UserGrants;
import org.sallyport.user.User;
import org.sallyport.web.ClientAddress;
import org.sallyport.web.visitor.Visitors;

/** The password grant, RFC 6749 §4.3: as slow to guess, and as well watched, as the login page. */
@ApplicationScoped
public class PasswordGrant implements Grant {

  @Inject private PasswordLogin passwords;
  @Inject private ScopeCatalogue scopes;
  @Inject private Audiences audiences;
  @Inject private UserGrants grants;
  @Inject private LifetimeSettings lifetimes;
  @Inject private ClientAddress addresses;
  @Inject private Visitors visitors;
  @Inject private HttpServletRequest request;
  @Inject private Clock clock;

  @Override
  public String type() {
    return "password";
  }

  @Override
  public Entitlement redeem(Parameters form, Client client) {
    var asked = clock.instant();
    var wanted = scopes.resolve(client, form.find("scope"));
    var targets = audiences.resolve(client, form.all("resource"));
    var user = authenticate(form.require("username"), form.require("password"));
    var given = givable(wanted, user);
    // Before the password was looked at: one that is changed meanwhile ends what it gave. What an
    // outside store changed is only seen while it is looked at, and ends what was given before.
    var at = user.isOutside() ? clock.instant() : asked;
    var id = Randomness.rowId(at);
    var authorization =
        Authorization.withoutCode(
                id, client.id(), user.id(), Optional.empty(), given, targets, at, at)
            .from(visitors.of(request));
    Conflicts.retry(
        () -> {
          grants.add(new UserGrant(authorization, at.plus(length(client))).redeemed(at));
          return null;
        });
    var state =
        grants
            .find(id)
            .filter(found -> !found.scopes().isEmpty())
            .orElseThrow(() -> unusable("user, client or their rights are gone"));
    return Entitlement.ofGrant(client, state, state.scopes(), targets, 1);
  }

  private static Scopes givable(Scopes wanted, User user) {
    var given = user.isAdministrator() ? wanted : wanted.without(Scopes.RESERVED);
    if (given.isEmpty()) {
      throw INVALID_SCOPE.because("the person can't give this scope");
    }
    return given;
  }

  /** Without a refresh token the grant ends with its token. */
  private Duration length(Client client) {
    return client.mayUse("refresh_token")
        ? client.refreshLifetime(lifetimes)
        : client.accessLifetime(lifetimes);
  }

  private User authenticate(String username, String password) {
    try {
      var user = passwords.authenticate(username, password, addresses.of(request));
      if (user.mustChangePassword()) {
        throw INVALID_GRANT.because("the person must choose another password on the login page");
      }
      return user;
    } catch (OAuthException refused) {
      throw refused.error() == ACCESS_DENIED ? unusable(refused.detail()) : refused;
    }
  }

  private static OAuthException unusable(String detail) {
    return INVALID_GRANT.because("the username or the password is not right").detail(detail);
  }
}
