package org.example.voucher;

import static org.sallyport.oauth.OAuthError.ACCESS_DENIED;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.sallyport.client.Client;
import org.sallyport.grant.TokenHook;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.oauth.Scopes;
import org.sallyport.token.Entitlement;

/** Refuses some requests, takes a scope away from vouchers, and writes down what happened. */
@ApplicationScoped
public class VoucherHook implements TokenHook {

  private static final Logger LOG = System.getLogger(VoucherHook.class.getName());

  @Override
  public void admit(String grantType, Parameters form, Client client) {
    if (form.find("shop").filter("closed"::equals).isPresent()) {
      throw ACCESS_DENIED.because("the shop is closed").status(400);
    }
  }

  @Override
  public Scopes scopes(String grantType, Entitlement entitlement) {
    var all = entitlement.scopes();
    return grantType.equals(VoucherGrant.TYPE) ? all.without(Scopes.of("write")) : all;
  }

  @Override
  public void issued(String grantType, Entitlement entitlement) {
    LOG.log(Level.INFO, "issued: {0} to {1}", grantType, entitlement.client().id());
  }

  @Override
  public void refused(String grantType, Client client, OAuthException refusal) {
    LOG.log(Level.INFO, "refused: {0}, {1}", grantType, refusal.error().code());
  }
}
