package org.example.voucher;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.sallyport.token.ClaimsContributor;
import org.sallyport.token.Entitlement;

/** Tells APIs the name of the client beside its id. */
@ApplicationScoped
public class VoucherClaims implements ClaimsContributor {

  @Override
  public Map<String, Object> claims(Entitlement entitlement) {
    return Map.of("client_name", entitlement.client().name());
  }
}
