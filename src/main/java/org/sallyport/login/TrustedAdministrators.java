package org.sallyport.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.sallyport.web.page.Confidant;

/** Administrators see what went wrong, so that they can help. */
@ApplicationScoped
public class TrustedAdministrators implements Confidant {

  @Inject private Logins logins;

  @Override
  public boolean trusts(HttpServletRequest request) {
    return logins.current(request).filter(login -> login.user().isAdministrator()).isPresent();
  }
}
