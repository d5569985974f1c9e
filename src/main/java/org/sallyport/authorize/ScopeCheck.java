package org.sallyport.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.token.Audiences;

/** Scopes (RFC 6749 §3.3) and resources (RFC 8707 §2.1) that the client may have. */
@ApplicationScoped
public class ScopeCheck implements AuthorizeCheck {

  @Inject private ScopeCatalogue scopes;
  @Inject private Audiences audiences;

  @Override
  public Stage stage() {
    return Stage.SCOPE;
  }

  @Override
  public void check(AuthorizeRequest request) {
    scopes.resolve(request.client(), request.parameters().find("scope"));
    audiences.resolve(request.client(), request.parameters().all("resource"));
  }
}
