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
import org.sallyport.client.secret.ClientSecret;
import org.sallyport.client.secret.ClientSecrets;
import org.sallyport.oauth.Randomness;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;

/** What administrators do to clients that pass the rules: done, and written to the audit. */
@ApplicationScoped
public class ClientAdministration {

  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{64}");

  @Inject private ClientRegistry registry;
  @Inject private ClientSecrets secrets;
  @Inject private Event<AuditEvent> audit;
  @Inject private OneTransaction transaction;

  /** A client that was made just now, and its secret unless it is public. */
  public record Made(NewClient client, Optional<String> secret) {}

  /** Registers a client; empty where its form was sent before. */
  Optional<Made> register(NewClient wanted, String administratorId) {
    return ID.matcher(wanted.id()).matches()
        ? register(wanted, Optional.empty(), administratorId)
        : Optional.empty();
  }

  /**
   * Registers a client; a confidential one under its secret, or else a new one. Empty where there
   * is a client of this id.
   */
  public Optional<Made> register(NewClient wanted, Optional<String> known, String administratorId) {
    if (registry.find(wanted.id()).isPresent()) {
      return Optional.empty();
    }
    var secret =
        Optional.of(known.orElseGet(Randomness::secret))
            .filter(text -> wanted.type().isConfidential());
    try {
      var fields = Difference.between(Map.of(), wanted.fields());
      return inOne(
          () -> {
            registry.register(wanted, secret);
            audit.fire(new AuditEvent.ClientCreated(wanted.id(), fields, administratorId));
            return Optional.of(new Made(wanted, secret));
          });
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Changes a client, whose type stays; false where somebody else has changed this version already.
   */
  public boolean change(NewClient before, NewClient wanted, int version, String administratorId) {
    var changed = Difference.between(before.fields(), wanted.fields());
    return told(
        () -> registry.change(wanted, version, administratorId),
        new AuditEvent.ClientChanged(wanted.id(), changed, administratorId));
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
  Optional<String> addSecret(String id, String newest, Duration overlap, String administratorId) {
    var secret = Randomness.secret();
    return addSecret(id, newest, secret, overlap, administratorId).map(row -> secret);
  }

  /** The same for a secret that is known already; its row. */
  public Optional<ClientSecret> addSecret(
      String id, String newest, String known, Duration overlap, String administratorId) {
    var length = overlap.toDays() + " days";
    var event = new AuditEvent.ClientSecretAdded(id, length, administratorId);
    return inOne(
        () -> {
          var row = secrets.rotate(id, newest, known, overlap, administratorId);
          row.ifPresent(made -> audit.fire(event));
          return row;
        });
  }

  /** Ends a secret at once; false where the client has none such. */
  public boolean endSecret(String id, String secretId, String administratorId) {
    return told(
        () -> secrets.end(id, secretId, administratorId),
        new AuditEvent.ClientSecretEnded(id, secretId, administratorId));
  }

  public void activate(String id, String administratorId) {
    told(
        () -> registry.activate(id, administratorId),
        new AuditEvent.ClientActivated(id, administratorId));
  }

  public void deactivate(String id, String administratorId) {
    told(
        () -> registry.deactivate(id, administratorId),
        new AuditEvent.ClientDeactivated(id, administratorId));
  }

  /** Removes a client with all that it was given. */
  public void remove(String id, String administratorId) {
    told(() -> registry.remove(id), new AuditEvent.ClientDeleted(id, administratorId));
  }
}
