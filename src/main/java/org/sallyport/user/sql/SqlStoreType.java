package org.sallyport.user.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.config.UserStoreSettings;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.store.UserStore;
import org.sallyport.user.store.UserStoreType;

/** Stores of the type {@code sql}. */
@ApplicationScoped
public class SqlStoreType implements UserStoreType {

  @Inject private PasswordHasher hasher;

  @Override
  public String type() {
    return "sql";
  }

  @Override
  public UserStore make(UserStoreSettings.Store settings) {
    return new SqlStore(settings.name(), settings.sql().orElseThrow(), hasher);
  }
}
