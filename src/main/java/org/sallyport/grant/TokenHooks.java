package org.sallyport.grant;

import static org.sallyport.oauth.OAuthError.INVALID_SCOPE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sallyport.client.Client;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.token.Entitlement;
import org.sallyport.token.TokenIssuer;

/**
 * Uses a grant and makes its tokens, with every extension told; without any, that costs nothing.
 */
@ApplicationScoped
public class TokenHooks {

  private List<TokenHook> hooks;
  private TokenIssuer issuer;

  protected TokenHooks() {}

  @Inject
  public TokenHooks(@Any Instance<TokenHook> hooks, TokenIssuer issuer) {
    this.hooks = hooks.stream().toList();
    this.issuer = issuer;
  }

  /**
   * The answer of RFC 6749 §5.1.
   *
   * @throws OAuthException when the grant, an extension or the issuer refuses
   */
  public JsonObject issue(Grant grant, Parameters form, Client client) {
    return issue(grant.type(), form, client, () -> Optional.of(grant.redeem(form, client)))
        .orElseThrow();
  }

  /**
   * The same for a grant that is not served at the token endpoint; empty where it gives nothing.
   *
   * @throws OAuthException when the grant, an extension or the issuer refuses
   */
  public Optional<JsonObject> issue(
      String type, Parameters form, Client client, Supplier<Optional<Entitlement>> redeem) {
    try {
      for (var hook : hooks) {
        hook.admit(type, form, client);
      }
      return redeem.get().map(granted -> issue(type, narrowed(type, granted)));
    } catch (OAuthException refusal) {
      for (var hook : hooks) {
        hook.refused(type, client, refusal);
      }
      throw refusal;
    }
  }

  private JsonObject issue(String type, Entitlement entitlement) {
    var answer = issuer.issue(entitlement);
    for (var hook : hooks) {
      hook.issued(type, entitlement);
    }
    return answer;
  }

  private Entitlement narrowed(String type, Entitlement granted) {
    var entitlement = granted;
    for (var hook : hooks) {
      var scopes = entitlement.scopes().intersection(hook.scopes(type, entitlement));
      if (scopes.isEmpty()) {
        throw INVALID_SCOPE.because("the client may not have this scope now");
      }
      entitlement = entitlement.withScopes(scopes);
    }
    return entitlement;
  }
}
