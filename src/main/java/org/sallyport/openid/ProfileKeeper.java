package org.sallyport.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.sallyport.store.Conflicts;
import org.sallyport.user.store.PersonAdmitted;

/** Keeps what a person's store tells at each login. */
@ApplicationScoped
public class ProfileKeeper {

  @Inject private KnownProfiles profiles;

  void keep(@Observes PersonAdmitted admitted) {
    Conflicts.retryDuplicate(
        () -> {
          profiles.keep(admitted);
          return null;
        });
  }
}
