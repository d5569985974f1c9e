package org.sallyport.authorize.legacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.authorize.AuthorizeRequest;
import org.sallyport.authorize.ConsentStep;
import org.sallyport.authorize.ResponseType;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.grant.Grants;
import org.sallyport.grant.TokenHooks;
import org.sallyport.login.Login;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.Conflicts;
import org.sallyport.token.Audiences;
import org.sallyport.token.Authorization;
import org.sallyport.token.Entitlement;
import org.sallyport.token.GrantState;
import org.sallyport.token.UserGrant;
import org.sallyport.token.UserGrants;

/** The implicit grant, RFC 6749 §4.2: a token in the fragment, and never a refresh token. */
@ApplicationScoped
public class ImplicitResponse implements ResponseType {

  @Inject private UserGrants grants;
  @Inject private ConsentStep consent;
  @Inject private Audiences audiences;
  @Inject private TokenHooks hooks;
  @Inject private LifetimeSettings lifetimes;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "token";
  }

  @Override
  public String grant() {
    return Grants.IMPLICIT;
  }

  @Override
  public String mode() {
    return FRAGMENT;
  }

  @Override
  public Optional<Map<String, String>> answer(AuthorizeRequest request, Login login) {
    if (grants.find(request.flow().id()).isPresent()) {
      return Optional.empty();
    }
    return hooks
        .issue(grant(), request.parameters(), request.client(), () -> redeem(request, login))
        .map(ImplicitResponse::texts);
  }

  private Optional<Entitlement> redeem(AuthorizeRequest request, Login login) {
    return isAdded(grant(request, login))
        ? grants.find(request.flow().id()).map(state -> entitlement(request, state))
        : Optional.empty();
  }

  /** The grant ends with its token, as nothing renews it. */
  private UserGrant grant(AuthorizeRequest request, Login login) {
    var now = clock.instant();
    var end = now.plus(request.client().accessLifetime(lifetimes));
    return new UserGrant(authorization(request.flow().id(), request, login), end).redeemed(now);
  }

  private Authorization authorization(UUID id, AuthorizeRequest request, Login login) {
    return Authorization.withoutCode(
            id,
            request.client().id(),
            login.user().id(),
            Optional.of(login.session().loginId()),
            scopes(request, login),
            audiences.resolve(request.client(), request.parameters().all("resource")),
            login.session().loggedInAt(),
            clock.instant())
        .from(login.session().visitor().orElse(null));
  }

  private Scopes scopes(AuthorizeRequest request, Login login) {
    return consent.allowed(request, login);
  }

  /** A second click of the same flow finds the first one's grant. */
  private boolean isAdded(UserGrant grant) {
    try {
      Conflicts.retry(
          () -> {
            grants.add(grant);
            return null;
          });
      return true;
    } catch (RuntimeException e) {
      if (!Conflicts.duplicate(e)) {
        throw e;
      }
      return false;
    }
  }

  private static Entitlement entitlement(AuthorizeRequest request, GrantState state) {
    return new Entitlement(
        request.client(),
        state.user().id(),
        state.scopes(),
        state.grant().audiences(),
        Optional.of(state),
        Optional.empty());
  }

  private static Map<String, String> texts(JsonObject answer) {
    var texts = new LinkedHashMap<String, String>();
    answer.forEach(
        (name, value) ->
            texts.put(
                name, value instanceof JsonString text ? text.getString() : value.toString()));
    return texts;
  }
}
