package org.sallyport.web.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.sallyport.web.ClientAddress;

/** Who sends a request, as far as it says. */
@ApplicationScoped
public class Visitors {

  private ClientAddress addresses;

  protected Visitors() {}

  @Inject
  public Visitors(ClientAddress addresses) {
    this.addresses = addresses;
  }

  public Visitor of(HttpServletRequest request) {
    return Visitor.of(request.getHeader("User-Agent"), addresses.of(request));
  }
}
