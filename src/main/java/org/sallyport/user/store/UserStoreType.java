package org.sallyport.user.store;

import org.sallyport.config.UserStoreSettings;

/** Makes stores of one type out of settings; each type is one bean. */
public interface UserStoreType {

  /** The value of {@code sallyport.user-store.NAME.type}. */
  String type();

  UserStore make(UserStoreSettings.Store settings);
}
