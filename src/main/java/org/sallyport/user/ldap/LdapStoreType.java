package org.sallyport.user.ldap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.sallyport.config.UserStoreSettings;
import org.sallyport.user.store.UserStore;
import org.sallyport.user.store.UserStoreType;

/** Stores of the type {@code ldap}. */
@ApplicationScoped
public class LdapStoreType implements UserStoreType {

  @Inject private Clock clock;

  @Override
  public String type() {
    return "ldap";
  }

  @Override
  public UserStore make(UserStoreSettings.Store settings) {
    return new LdapStore(settings.name(), settings.ldap().orElseThrow(), clock);
  }
}
