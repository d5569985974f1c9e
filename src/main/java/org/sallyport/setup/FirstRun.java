package org.sallyport.setup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.sallyport.config.FirstRunSettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.store.Conflicts;
import org.sallyport.store.DatabaseReady;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.User;

/** A server without an administrator gets one: from its settings, or by a link in its log. */
@ApplicationScoped
public class FirstRun {

  private static final Logger LOG = System.getLogger(FirstRun.class.getName());

  @Inject private ServerSettings server;
  @Inject private FirstRunSettings settings;
  @Inject private FirstAdministrator administrator;
  @Inject private NewAccount account;
  @Inject private PasswordHasher hasher;
  private volatile boolean done;

  void start(@Observes @Priority(DatabaseReady.FIRST_RUN) DatabaseReady ready) {
    if (!isOpen()) {
      return;
    }
    if (settings.username().isPresent()) {
      appoint(settings.username().get(), settings.password().orElseThrow());
    } else {
      // The one secret that is meant for the log: whoever reads it runs this server.
      LOG.log(
          Level.INFO,
          "Sallyport has no administrator yet. Within 24 hours, open "
              + server.url(SetupPage.PATH + "?token=" + administrator.invite()));
    }
  }

  private void appoint(String username, String password) {
    var wrong = account.problems(username, password);
    if (!wrong.isEmpty()) {
      throw new ConfigurationException(
          "sallyport.admin.%s: it is refused (%s); write another."
              .formatted(wrong.get(0).field(), wrong.get(0).key()));
    }
    var hash = hasher.hash(password);
    Conflicts.retryDuplicate(() -> administrator.appoint(username, hash))
        .ifPresent(
            user ->
                LOG.log(Level.INFO, "The first administrator is the one of sallyport.admin.*."));
  }

  /** Whether there is no administrator yet; once there is one, nobody asks the database again. */
  boolean isOpen() {
    if (!done) {
      done = administrator.exists();
    }
    return !done;
  }

  /** Whether a token opens the setup page now. */
  boolean isInvited(String token) {
    return isOpen() && administrator.isInvited(token);
  }

  /** Makes the first administrator by a link; empty when somebody else was first. */
  Optional<User> appoint(String token, String username, String password) {
    var hash = hasher.hash(password);
    return Conflicts.retry(() -> administrator.appointInvited(token, username, hash));
  }
}
