package org.sallyport.openid;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.user.UserRemoved;
import org.sallyport.user.store.PersonAdmitted;

/** What outside stores told of people, for applications that ask when nobody logs in. */
@Stateless
public class KnownProfiles {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<KnownProfile> find(String userId) {
    return Optional.ofNullable(entities.find(KnownProfile.class, userId));
  }

  /** Keeps what was told, where it is not what is known; fails as a duplicate where two do. */
  public void keep(PersonAdmitted admitted) {
    var told = new KnownProfile(admitted.userId(), admitted.profile(), clock.instant());
    if (find(admitted.userId()).filter(told::saysAsMuchAs).isEmpty()) {
      entities.merge(told);
      entities.flush();
    }
  }

  public void forget(@Observes UserRemoved removed) {
    entities
        .createQuery("DELETE FROM KnownProfile p WHERE p.userId = :user")
        .setParameter("user", removed.userId())
        .executeUpdate();
  }
}
