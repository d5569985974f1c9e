package org.sallyport.setup;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.Scope;
import org.sallyport.client.ScopeRegistry;
import org.sallyport.oauth.Scopes;
import org.sallyport.user.OneTimeLink.Purpose;
import org.sallyport.user.OneTimeLinks;
import org.sallyport.user.User;
import org.sallyport.user.Users;

/** Makes the first administrator, and after that no other. */
@Stateless
public class FirstAdministrator {

  private static final Duration LINK_LIFETIME = Duration.ofHours(24);

  @Inject private Users users;
  @Inject private OneTimeLinks links;
  @Inject private ScopeRegistry scopes;
  @Inject private Event<AuditEvent> audit;

  /** Whether there is an administrator. */
  public boolean exists() {
    return users.hasAdministrator();
  }

  /** The token of a new link to the setup page. */
  public String invite() {
    return links.make(Purpose.SETUP, LINK_LIFETIME);
  }

  /** Whether a token opens the setup page. */
  public boolean isInvited(String token) {
    return links.find(Purpose.SETUP, token).isPresent();
  }

  /** Makes the administrator by a link; empty when somebody else was first. */
  public Optional<User> appointInvited(String token, String username, String passwordHash) {
    return links.consumeAll(Purpose.SETUP, token)
        ? appoint(username, passwordHash)
        : Optional.empty();
  }

  /**
   * Makes the administrator; empty when there is one. Fails as a duplicate where the name is taken.
   */
  public Optional<User> appoint(String username, String passwordHash) {
    if (exists()) {
      return Optional.empty();
    }
    links.endAll(Purpose.SETUP);
    var user = users.addAdministrator(username, passwordHash);
    addScope();
    audit.fire(new AuditEvent.AdministratorAppointed(user.id()));
    return Optional.of(user);
  }

  /** A first client can ask for something: what tokens tell anyway. */
  private void addScope() {
    if (scopes.list().stream().allMatch(scope -> Scopes.RESERVED.contains(scope.name()))) {
      scopes.add(
          new Scope("profile", "See who you are")
              .asDefault()
              .inWords(Map.of("de", "Sehen, wer Sie sind", "ar", "معرفة من أنت")));
      // The other two that userinfo knows; no client has them until it is given them.
      scopes.add(StandardScopes.openid());
      scopes.add(StandardScopes.email());
    }
  }
}
