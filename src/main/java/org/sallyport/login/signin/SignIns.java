package org.sallyport.login.signin;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.sallyport.login.LoginSessions;
import org.sallyport.login.remember.RememberedLogins;

/** All browsers that people are signed in with. */
@Stateless
public class SignIns {

  @PersistenceContext private EntityManager entities;
  @Inject private LoginSessions sessions;
  @Inject private RememberedLogins remembered;

  /** Those of a person, the last used first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<SignIn> of(String userId) {
    var known = new LinkedHashMap<String, SignIn>();
    // First those that stay: a session of theirs is one more thing that is known of them.
    for (var browser : remembered.ofUser(userId)) {
      known.put(browser.id(), SignIn.of(browser));
    }
    for (var session : sessions.ofUser(userId)) {
      known.merge(session.loginId(), SignIn.of(session), SignIn::and);
    }
    return known.values().stream()
        .sorted(Comparator.comparing(SignIn::lastUsed).reversed())
        .toList();
  }

  /** One of them; empty where it has ended, or is somebody else's. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<SignIn> find(String userId, String id) {
    return of(userId).stream().filter(signIn -> signIn.id().equals(id)).findFirst();
  }

  /** Ends one, with every session in that browser and the cookie that would bring them back. */
  public void end(String userId, String id) {
    remembered.endOne(userId, id);
    entities
        .createQuery(
            "DELETE FROM LoginSession s WHERE s.userId = :user"
                + " AND (s.id = :login OR s.rememberedId = :login)")
        .setParameter("user", userId)
        .setParameter("login", id)
        .executeUpdate();
  }

  /** Ends all but one. */
  public void endOthers(String userId, String id) {
    remembered.endOthers(userId, id);
    entities
        .createQuery(
            "DELETE FROM LoginSession s WHERE s.userId = :user AND s.id <> :login"
                + " AND (s.rememberedId IS NULL OR s.rememberedId <> :login)")
        .setParameter("user", userId)
        .setParameter("login", id)
        .executeUpdate();
  }
}
