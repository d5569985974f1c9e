package org.sallyport.admin.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.ClientOptions;
import org.sallyport.client.ClientRegistry;
import org.sallyport.client.NewClient;
import org.sallyport.client.secret.ClientSecrets;
import org.sallyport.store.Conflicts;
import org.sallyport.user.User;

/** What administrators do to clients that pass the rules: done, and written to the audit. */
@ApplicationScoped
public class ClientAdministration {

  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{64}");

  @Inject private ClientRegistry registry;
  @Inject private ClientSecrets secrets;
  @Inject private Event<AuditEvent> audit;

  /** A client that was made just now, and its secret unless it is public. */
  record Made(NewClient client, Optional<String> secret) {}

  /** Registers a client; empty where its form was sent before. */
  Optional<Made> register(NewClient wanted, User administrator) {
    if (!ID.matcher(wanted.id()).matches() || registry.find(wanted.id()).isPresent()) {
      return Optional.empty();
    }
    try {
      var secret = registry.register(wanted);
      audit.fire(new AuditEvent.ClientCreated(wanted.id(), administrator.id()));
      tellRisks(wanted, administrator);
      return Optional.of(new Made(wanted, secret));
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Changes a client; false where somebody else has changed this version already. */
  boolean change(NewClient before, NewClient wanted, int version, User administrator) {
    var old = before.fields();
    var changed =
        wanted.fields().entrySet().stream()
            .filter(field -> !Objects.equals(old.get(field.getKey()), field.getValue()))
            .map(ClientAdministration::told)
            .collect(Collectors.joining(" "));
    if (!registry.change(wanted, version, administrator.id())) {
      return false;
    }
    audit.fire(new AuditEvent.ClientChanged(wanted.id(), changed, administrator.id()));
    return true;
  }

  /** A field's name, and for what is a risk whether it was chosen or taken back. */
  private static String told(Map.Entry<String, String> field) {
    return ClientOptions.RISKS.contains(field.getKey())
        ? field.getKey() + (field.getValue().isEmpty() ? "=off" : "=on")
        : field.getKey();
  }

  private void tellRisks(NewClient made, User administrator) {
    var risks =
        made.options().fields().entrySet().stream()
            .filter(field -> ClientOptions.RISKS.contains(field.getKey()))
            .filter(field -> !field.getValue().isEmpty())
            .map(ClientAdministration::told)
            .collect(Collectors.joining(" "));
    if (!risks.isEmpty()) {
      audit.fire(new AuditEvent.ClientChanged(made.id(), risks, administrator.id()));
    }
  }

  /** A new secret beside the one before, which ends after a time; empty where two are alive. */
  Optional<String> addSecret(String id, String newest, Duration overlap, User administrator) {
    var secret = secrets.rotate(id, newest, overlap, administrator.id());
    if (secret.isPresent()) {
      audit.fire(
          new AuditEvent.ClientSecretAdded(id, overlap.toDays() + " days", administrator.id()));
    }
    return secret;
  }

  void endSecret(String id, String secretId, User administrator) {
    if (secrets.end(id, secretId, administrator.id())) {
      audit.fire(new AuditEvent.ClientSecretEnded(id, secretId, administrator.id()));
    }
  }

  void activate(String id, User administrator) {
    if (registry.activate(id, administrator.id())) {
      audit.fire(new AuditEvent.ClientActivated(id, administrator.id()));
    }
  }

  void deactivate(String id, User administrator) {
    if (registry.deactivate(id, administrator.id())) {
      audit.fire(new AuditEvent.ClientDeactivated(id, administrator.id()));
    }
  }

  /** Removes a client with all that it was given. */
  void remove(String id, User administrator) {
    if (registry.remove(id)) {
      audit.fire(new AuditEvent.ClientDeleted(id, administrator.id()));
    }
  }
}
