package org.sallyport.admin.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.sallyport.audit.AuditEvent;
import org.sallyport.audit.Difference;
import org.sallyport.client.ClientRegistry;
import org.sallyport.client.NewClient;
import org.sallyport.client.secret.ClientSecrets;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;
import org.sallyport.user.User;

/** What administrators do to clients that pass the rules: done, and written to the audit. */
@ApplicationScoped
public class ClientAdministration {

  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{64}");

  @Inject private ClientRegistry registry;
  @Inject private ClientSecrets secrets;
  @Inject private Event<AuditEvent> audit;
  @Inject private OneTransaction transaction;

  /** A client that was made just now, and its secret unless it is public. */
  record Made(NewClient client, Optional<String> secret) {}

  /** Registers a client; empty where its form was sent before. */
  Optional<Made> register(NewClient wanted, User administrator) {
    if (!ID.matcher(wanted.id()).matches() || registry.find(wanted.id()).isPresent()) {
      return Optional.empty();
    }
    try {
      var fields = Difference.between(Map.of(), wanted.fields());
      return inOne(
          () -> {
            var secret = registry.register(wanted);
            audit.fire(new AuditEvent.ClientCreated(wanted.id(), fields, administrator.id()));
            return Optional.of(new Made(wanted, secret));
          });
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Changes a client; false where somebody else has changed this version already. */
  boolean change(NewClient before, NewClient wanted, int version, User administrator) {
    var changed = Difference.between(before.fields(), wanted.fields());
    return told(
        () -> registry.change(wanted, version, administrator.id()),
        new AuditEvent.ClientChanged(wanted.id(), changed, administrator.id()));
  }

  /** Does it, and tells of it in the same transaction where it was done. */
  private boolean told(BooleanSupplier work, AuditEvent event) {
    return inOne(
        () -> {
          var done = work.getAsBoolean();
          if (done) {
            audit.fire(event);
          }
          return done;
        });
  }

  private <T> T inOne(Supplier<T> steps) {
    return Conflicts.retry(() -> transaction.of(steps));
  }

  /** A new secret beside the one before, which ends after a time; empty where two are alive. */
  Optional<String> addSecret(String id, String newest, Duration overlap, User administrator) {
    var event =
        new AuditEvent.ClientSecretAdded(id, overlap.toDays() + " days", administrator.id());
    return inOne(
        () -> {
          var secret = secrets.rotate(id, newest, overlap, administrator.id());
          secret.ifPresent(made -> audit.fire(event));
          return secret;
        });
  }

  void endSecret(String id, String secretId, User administrator) {
    told(
        () -> secrets.end(id, secretId, administrator.id()),
        new AuditEvent.ClientSecretEnded(id, secretId, administrator.id()));
  }

  void activate(String id, User administrator) {
    told(
        () -> registry.activate(id, administrator.id()),
        new AuditEvent.ClientActivated(id, administrator.id()));
  }

  void deactivate(String id, User administrator) {
    told(
        () -> registry.deactivate(id, administrator.id()),
        new AuditEvent.ClientDeactivated(id, administrator.id()));
  }

  /** Removes a client with all that it was given. */
  void remove(String id, User administrator) {
    told(() -> registry.remove(id), new AuditEvent.ClientDeleted(id, administrator.id()));
  }
}
