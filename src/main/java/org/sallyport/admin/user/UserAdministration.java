package org.sallyport.admin.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.sallyport.audit.AuditEvent;
import org.sallyport.audit.Difference;
import org.sallyport.config.PasswordSettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.login.LoginSessions;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;
import org.sallyport.token.GrantsByUser;
import org.sallyport.token.UserGrants;
import org.sallyport.user.OneTimeLink.Purpose;
import org.sallyport.user.OneTimeLinks;
import org.sallyport.user.User;
import org.sallyport.user.UserRegistry;
import org.sallyport.user.UserRegistry.Outcome;
import org.sallyport.user.Users;

/** What administrators may do to people: done, and written to the audit. */
@ApplicationScoped
public class UserAdministration {

  private static final int LONGEST_NAME = 256; // characters
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");

  @Inject private Users users;
  @Inject private UserRegistry registry;
  @Inject private OneTimeLinks links;
  @Inject private LoginSessions sessions;
  @Inject private UserGrants grants;
  @Inject private GrantsByUser grantsByUser;
  @Inject private PasswordSettings passwords;
  @Inject private ServerSettings server;
  @Inject private Event<AuditEvent> audit;
  @Inject private OneTransaction transaction;
  @Inject private Clock clock;

  /** The key of what is wrong with a name for a person, who may be new: null. */
  public Optional<String> nameFailure(String name, String id) {
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || User.canonical(name).length() > LONGEST_NAME
        || UNPRINTABLE.matcher(name).find()) {
      return Optional.of("user.name.wrong");
    }
    return users
        .findByName(name)
        .filter(known -> !known.id().equals(id))
        .map(known -> "user.name.taken");
  }

  /** Adds a person; empty where another one has got the name meanwhile. */
  public Optional<User> add(UserForm form, String hash, String administratorId) {
    var user = new User(form.name(), hash, clock.instant());
    if (form.role() == UserRegistry.Role.ADMINISTRATOR) {
      user.asAdministrator();
    }
    if (!form.isByLink() && form.isMustChange()) {
      user.asNewcomer();
    }
    try {
      inOne(
          done(
              () -> {
                registry.add(user);
                audit.fire(new AuditEvent.UserCreated(user.id(), administratorId));
              }));
    } catch (RuntimeException e) {
      if (!Conflicts.duplicate(e)) {
        throw e;
      }
      return Optional.empty();
    }
    return Optional.of(user);
  }

  private <T> T inOne(Supplier<T> steps) {
    return Conflicts.retry(() -> transaction.of(steps));
  }

  /** Changes name and role; empty where another person has got the name meanwhile. */
  public Optional<Outcome> edit(User user, int version, UserForm form, String administratorId) {
    try {
      return Optional.of(
          told(
              () -> registry.edit(user.id(), version, form.name(), form.role()),
              new AuditEvent.UserEdited(user.id(), edited(user, form), administratorId)));
    } catch (RuntimeException e) {
      if (!Conflicts.duplicate(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static Difference edited(User user, UserForm form) {
    var isAdministrator = form.role() == UserRegistry.Role.ADMINISTRATOR;
    return Difference.between(
        Map.of("username", user.username(), "administrator", user.isAdministrator()),
        Map.of("username", form.name(), "administrator", isAdministrator));
  }

  public Outcome disable(User user, String administratorId) {
    return changed("disabled", user, administratorId, () -> registry.disable(user.id()));
  }

  public Outcome enable(User user, String administratorId) {
    return changed("enabled", user, administratorId, () -> registry.enable(user.id()));
  }

  public Outcome unlock(User user, String administratorId) {
    return changed("unlocked", user, administratorId, () -> registry.unlock(user.id()));
  }

  public Outcome endSessions(User user, String administratorId) {
    return changed("sessions ended", user, administratorId, done(() -> sessions.endAll(user.id())));
  }

  public Outcome revokeAll(User user, String administratorId) {
    return changed(
        "grants revoked", user, administratorId, done(() -> grantsByUser.revokeAll(user.id())));
  }

  Outcome revoke(User user, UUID grant, String administratorId) {
    var reason = "revoked by administrator " + administratorId;
    var known = inOne(() -> grants.revoke(grant, user.id(), reason));
    return known ? Outcome.DONE : Outcome.MISSING;
  }

  public Outcome remove(User user, String administratorId) {
    return told(
        () -> registry.remove(user.id()), new AuditEvent.UserDeleted(user.id(), administratorId));
  }

  /** A link to choose a new password; those made before for this person end. */
  public ResetLink resetLink(User user, String administratorId) {
    var until = clock.instant().plus(passwords.resetLifetime());
    var token =
        inOne(
            () -> {
              audit.fire(new AuditEvent.UserChanged(user.id(), "reset link made", administratorId));
              return links.make(Purpose.PASSWORD_RESET, user.id(), passwords.resetLifetime());
            });
    return new ResetLink(server.url("/password/reset?token=" + token), until);
  }

  private Outcome changed(
      String change, User user, String administratorId, Supplier<Outcome> work) {
    return told(work, new AuditEvent.UserChanged(user.id(), change, administratorId));
  }

  /** Does it, and tells of it in the same transaction where it was done. */
  private Outcome told(Supplier<Outcome> work, AuditEvent event) {
    return inOne(
        () -> {
          var outcome = work.get();
          if (outcome == Outcome.DONE) {
            audit.fire(event);
          }
          return outcome;
        });
  }

  private static Supplier<Outcome> done(Runnable work) {
    return () -> {
      work.run();
      return Outcome.DONE;
    };
  }
}
