package org.example.voucher;

import static org.sallyport.oauth.OAuthError.INVALID_GRANT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.client.Client;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.grant.Grant;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Parameters;
import org.sallyport.token.Audiences;
import org.sallyport.token.Entitlement;

/** Gives a client a token for a voucher. */
@ApplicationScoped
public class VoucherGrant implements Grant {

  static final String TYPE = "urn:example:voucher";

  /** The digest of "one free token": a secret is never kept as it is. */
  private static final Digest VOUCHER = Digest.of("one free token");

  @Inject private ScopeCatalogue scopes;
  @Inject private Audiences audiences;

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Entitlement redeem(Parameters form, Client client) {
    if (!VOUCHER.matches(form.require("voucher"))) {
      throw INVALID_GRANT.because("the voucher is not usable").detail("unknown voucher");
    }
    return Entitlement.ofClient(
        client,
        scopes.resolve(client, form.find("scope")),
        audiences.resolve(client, form.all("resource")));
  }
}
